package org.relais.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.relais.live.ui.LinkMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands instead of a page that could not be made, the sign-in page too. It is not in the frame of the other pages, which may
 * be what cannot be made.
 */
@AnonymousAllowed
@StyleSheet("assets/alone.css")
class TroublePage extends Main implements HasErrorParameter<Exception>, LocaleChangeObserver, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(TroublePage.class);

    private final DatabaseWatch watch;
    private final AwayWords words;
    private final Paragraph title = new Paragraph();
    private final Paragraph hint = new Paragraph();
    private final Anchor home = new Anchor("");
    private DatabaseCondition condition = DatabaseCondition.ANSWERS;

    TroublePage(DatabaseWatch watch, AwayWords words) {
        this.watch = watch;
        this.words = words;
        setId("trouble-page");
        addClassName("login");
        title.getStyle().setFontWeight("bold");
        home.addClassName("link-button");
        home.setRouterIgnore(true);
        Div card = new Div(new H1("Relais"), title, hint, home);
        card.addClassName("login-card");
        Div top = new Div(new LinkMark());
        top.addClassName("login-top");
        add(top, card);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> trouble) {
        condition = watch.behind(trouble.getException());
        if (condition == DatabaseCondition.ANSWERS) {
            log.error("The page /{} cannot be shown", event.getLocation().getPath(), trouble.getException());
            return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        log.debug("The page cannot be shown without the database", trouble.getException());
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(whatItIs());
        hint.setText(isAway() ? words.hint(condition, getLocale()) : getTranslation("trouble.hint"));
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
