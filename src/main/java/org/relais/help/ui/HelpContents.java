package org.relais.help.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.relais.components.Glyph;

/** The help's contents: a link to each of its pages. */
class HelpContents extends Nav {

    private final String currentPath;

    /** The contents as they stand on the page with this path. */
    HelpContents(String currentPath) {
        this.currentPath = currentPath;
        addClassName("help-contents");
    }

    /** Says everything in the page's language. */
    void translate() {
        setAriaLabel(getTranslation("help.contents"));
        removeAll();
        add(new UnorderedList(
                entry(HelpView.PATH, "help.overview.title", Glyph.HELP),
                entry(SyncHelpView.PATH, SyncHelpView.TITLE, Glyph.SYNC),
                entry(ErrorsHelpView.PATH, ErrorsHelpView.TITLE, Glyph.ALERT),
                entry(ColdChainHelpView.PATH, ColdChainHelpView.TITLE, Glyph.COLD_CHAIN)));
    }

    private ListItem entry(String path, String titleKey, Glyph glyph) {
        Anchor link = new Anchor(path);
        link.getElement().setAttribute("router-link", true);
        link.add(glyph.create(), new Span(getTranslation(titleKey)));
        if (path.equals(currentPath)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }
}
