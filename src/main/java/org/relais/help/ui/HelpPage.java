package org.relais.help.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.stream.Stream;
import org.relais.components.UsableBeforeSetUp;

/** What all pages of the help have: a title, the help's contents, and a button that prints the page. */
@StyleSheet("assets/help.css")
@UsableBeforeSetUp
abstract class HelpPage extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private final String titleKey;
    private final H1 title = new H1();
    private final NativeButton print = new NativeButton();
    private final HelpContents contents;

    /** A page whose own part comes after the contents. */
    HelpPage(String path, String titleKey) {
        this.titleKey = titleKey;
        contents = new HelpContents(path);
        addClassNames("page", "help-page");
        print.addClassNames("quiet-button", "help-print");
        print.getElement().setAttribute("type", "button");
        print.addClickListener(click -> getUI().ifPresent(page -> page.getPage().executeJs("window.print()")));
        Header header = new Header(title, print);
        header.addClassName("page-head");
        add(header, contents);
    }

    /** Says the page's own part in its language; called again whenever that changes. */
    abstract void translate();

    @Override
    protected void onAttach(AttachEvent event) {
        say();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        say();
    }

    private void say() {
        title.setText(getTranslation(titleKey));
        print.setText(getTranslation("help.print"));
        contents.translate();
        translate();
    }

    @Override
    public String getPageTitle() {
        return getTranslation(titleKey) + " · " + getTranslation("app.name");
    }

    /** A panel with a heading. */
    Div panel(String titleKey, Component... content) {
        Div panel = new Div(new H2(getTranslation(titleKey)));
        panel.addClassName("panel");
        panel.add(content);
        return panel;
    }

    Paragraph paragraph(String key) {
        Paragraph paragraph = new Paragraph(getTranslation(key));
        paragraph.addClassName("help-text");
        return paragraph;
    }

    UnorderedList list(String... keys) {
        UnorderedList list = new UnorderedList(
                Stream.of(keys).map(key -> new ListItem(getTranslation(key))).toArray(ListItem[]::new));
        list.addClassNames("help-list", "help-text");
        return list;
    }
}
