package org.relais.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.relais.live.ui.LinkMark;
import org.relais.people.CurrentUser;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

class TroublePageTest extends SeededSite {

    @Autowired
    private DatabaseWatch watch;

    @Autowired
    private AwayWords words;

    @Autowired
    private CurrentUser person;

    @Test
    void saysWhetherTheServerAnswersAsEveryPageDoes() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        SecurityContextHolder.clearContext();
        UI.getCurrent().add(page());

        Element mark = find(LinkMark.class).withId("link-state").single().getElement();
        assertThat(mark.getAttribute("data-state")).isEqualTo("live");
        assertThat(mark.getAttribute("live")).isEqualTo("Connecté");
        assertThat(mark.hasAttribute("session")).isFalse();
    }

    @Test
    void standsInTheFrameWhereThereIsOneAndLeadsBack() {
        signIn();
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().add(page());

        assertThat(find(MainLayout.class).single().isAttached()).isTrue();
        assertThat(find(H1.class).single().getText()).isEqualTo("Cela n’a pas fonctionné");
        assertThat(find(Anchor.class).withId("trouble-again").single().getText())
                .isEqualTo("Réessayer");
    }

    /** What made the page fail may be what the frame needs, too. */
    @Test
    void standsAloneWhereTheFrameFailsAsWell() {
        signIn();
        UI.getCurrent().setLocale(Locale.FRENCH);
        jdbc.sql("rename table account to account_elsewhere").update();
        try {
            UI.getCurrent().add(page());
        } finally {
            jdbc.sql("rename table account_elsewhere to account").update();
        }

        assertThat(find(MainLayout.class).exists()).isFalse();
        assertThat(find(Anchor.class).withId("trouble-again").single().isAttached())
                .isTrue();
    }

    /** The bar of the frame says it too: where the page says so itself there is none. */
    @Test
    void saysThatTheDatabaseIsAwayOnceAndLeadsBackByItself() {
        signIn();
        UI.getCurrent().setLocale(Locale.FRENCH);
        TroublePage page = page();
        BeforeEnterEvent event = new BeforeEnterEvent(
                UI.getCurrent().getInternals().getRouter(),
                NavigationTrigger.PROGRAMMATIC,
                new Location("history"),
                TroublePage.class,
                UI.getCurrent(),
                List.of());

        int status = page.setErrorParameter(
                event, new ErrorParameter<>(Exception.class, new SQLTransientConnectionException("away")));
        UI.getCurrent().add(page);

        assertThat(status).isEqualTo(503);
        assertThat(find(AwayNotice.class).exists()).isFalse();
        Element alone = find(Main.class).single().getElement();
        assertThat(alone.getAttribute("data-leads-back")).isEqualTo("soon");
        assertThat(alone.getAttribute("data-leads-to")).isEqualTo("page");
        assertThat(UI.getCurrent().getElement().getTextRecursively())
                .containsOnlyOnce("La base de données de ce serveur ne répond pas.");
    }

    private TroublePage page() {
        return new TroublePage(watch, words, person);
    }
}
