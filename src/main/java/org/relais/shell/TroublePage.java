package org.relais.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.relais.live.ui.LinkMark;
import org.relais.people.CurrentUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands instead of a page that could not be made, the sign-in page too: in the frame of every page, so that all the others are one
 * tap away, and alone where the frame is what cannot be made.
 */
@AnonymousAllowed
@StyleSheet("assets/alone.css")
class TroublePage extends Div implements HasErrorParameter<Exception>, LocaleChangeObserver, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(TroublePage.class);

    private final DatabaseWatch watch;
    private final AwayWords words;
    private final CurrentUser person;
    private final Paragraph hint = new Paragraph();
    private final Anchor again = new Anchor("");
    private final Anchor home = new Anchor("");
    private HtmlContainer title = new H1();
    private DatabaseCondition condition = DatabaseCondition.ANSWERS;

    TroublePage(DatabaseWatch watch, AwayWords words, CurrentUser person) {
        this.watch = watch;
        this.words = words;
        this.person = person;
        setId("trouble-page");
        getStyle().setDisplay(Style.Display.CONTENTS);
        again.setId("trouble-again");
        for (Anchor way : List.of(again, home)) {
            way.addClassName("link-button");
            way.setRouterIgnore(true);
        }
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> trouble) {
        again.setHref(event.getLocation().getPathWithQueryParameters());
        condition = watch.behind(trouble.getException());
        if (condition == DatabaseCondition.ANSWERS) {
            log.error("The page /{} cannot be shown", event.getLocation().getPath(), trouble.getException());
            return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        log.debug("The page cannot be shown without the database", trouble.getException());
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        removeAll();
        if (isAway() || person.find().isEmpty()) {
            standAlone();
            return;
        }
        try {
            MainLayout frame = Instantiator.get(event.getUI()).createComponent(MainLayout.class);
            frame.showRouterLayoutContent(inTheFrame());
            add(frame);
        } catch (RuntimeException noFrame) {
            log.error("The frame of the pages cannot be shown", noFrame);
            removeAll();
            standAlone();
        }
    }

    private Section inTheFrame() {
        title = new H1();
        Header header = new Header(title);
        header.addClassName("page-head");
        Div ways = new Div(again, home);
        ways.addClassName("actions");
        Section section = new Section(header, hint, ways);
        section.addClassName("page");
        say();
        return section;
    }

    private void standAlone() {
        title = new Paragraph();
        title.getStyle().setFontWeight("bold");
        Div ways = new Div(again, home);
        ways.addClassName("actions");
        Div card = new Div(new H1("Relais"), title, hint, ways);
        card.addClassName("login-card");
        Div top = new Div(new LinkMark());
        top.addClassName("login-top");
        Main page = new Main(top, card);
        page.addClassName("login");
        if (isAway()) {
            // The browser looks whether it is back, and leads to what was asked for: frontend/assets/away.js.
            page.getElement().setAttribute("data-leads-back", "soon").setAttribute("data-leads-to", "page");
        }
        say();
        add(page);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        say();
    }

    private void say() {
        title.setText(whatItIs());
        hint.setText(isAway() ? words.hint(condition, getLocale()) : getTranslation("trouble.hint"));
        again.setText(getTranslation("cure.retry"));
        home.setText(getTranslation("missing.home"));
    }

    @Override
    public String getPageTitle() {
        return whatItIs() + " · " + getTranslation("app.name");
    }

    private boolean isAway() {
        return condition != DatabaseCondition.ANSWERS;
    }

    private String whatItIs() {
        return isAway() ? words.text(condition, getLocale()) : getTranslation("trouble.title");
    }
}
