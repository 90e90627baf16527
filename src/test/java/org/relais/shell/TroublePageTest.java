package org.relais.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.relais.live.ui.LinkMark;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

class TroublePageTest extends SeededSite {

    @Autowired
    private DatabaseWatch watch;

    @Autowired
    private AwayWords words;

    @Test
    void saysWhetherTheServerAnswersAsEveryPageDoes() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().add(new TroublePage(watch, words));

        Element mark = find(LinkMark.class).withId("link-state").single().getElement();
        assertThat(mark.getAttribute("data-state")).isEqualTo("live");
        assertThat(mark.getAttribute("live")).isEqualTo("Connecté");
        assertThat(mark.hasAttribute("session")).isFalse();
    }
}
