package org.relais.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.database.DatabaseCondition;
import org.relais.testing.SeededSite;
import org.relais.testing.TestClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

class AwayNoticeTest extends SeededSite {

    @Autowired
    private ObjectProvider<AwayNotice> notices;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt(Instant.parse("2026-11-29T15:24:00Z"));
    }

    @AfterEach
    void letItGo() {
        clock.goOn();
    }

    @Test
    void saysWhatIsWrongAndOfWhenTheFiguresAreUntilItIsOver() {
        UI page = UI.getCurrent();
        page.setLocale(Locale.FRENCH);
        AwayNotice notice = notices.getObject();
        page.add(notice);
        assertThat(notice.isVisible()).isFalse();

        notice.show(DatabaseCondition.DATABASE, page);
        clock.stopAt(Instant.parse("2026-11-29T15:29:00Z"));
        notice.show(DatabaseCondition.DATABASE, page);

        assertThat(notice.isVisible()).isTrue();
        assertThat(notice.getElement().getTextRecursively())
                .contains("La base de données de ce serveur ne répond pas.", "aujourd’hui à")
                .contains(":24.");

        notice.show(DatabaseCondition.ANSWERS, page);
        assertThat(notice.isVisible()).isFalse();
    }
}
