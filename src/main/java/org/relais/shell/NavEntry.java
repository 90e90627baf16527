package org.relais.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.relais.components.EntryMark;

/** One entry of the drawer: an icon, a word, and maybe something behind it. */
class NavEntry extends ListItem {

    private final String path;
    private final String key;
    private final Span word = new Span();
    private final Anchor link;
    private boolean usable = true;
    private boolean offered = true;

    /** An entry for a path that a route answers; {@code key} is its word in the translations. */
    NavEntry(String path, String key, Component icon) {
        this.path = path.startsWith("/") ? path.substring(1) : path;
        this.key = key;
        this.link = new Anchor(this.path.isEmpty() ? "." : this.path);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("nav-link");
        word.addClassName("nav-word");
        link.add(icon, word);
        add(link);
    }

    void append(Component suffix) {
        link.add(suffix);
    }

    /** Its room has something to say here. */
    void mark(EntryMark mark) {
        append(mark);
        mark.tell(this::offered);
    }

    /** Before the site is set up, most pages make no sense. */
    void usable(boolean now) {
        usable = now;
        setVisible(usable && offered);
    }

    private void offered(boolean now) {
        offered = now;
        setVisible(usable && offered);
    }

    void translate() {
        word.setText(getTranslation(key));
    }

    /** Marks it as the one where the person is; the pages below its own belong to it. */
    void markCurrent(String currentPath) {
        if (currentPath.equals(path) || currentPath.startsWith(path + "/")) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}
