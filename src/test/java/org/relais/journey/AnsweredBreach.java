package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.ReceivedChange;

/** A breach that a phone reports, that a person answers for, and that the central server gets to know. */
final class AnsweredBreach {

    private static final String COMMENT = "Porte mal fermée, puerta mal cerrada";

    private final Visitor visitor;
    private final Phone phone;
    private final Instant now = Instant.now();

    AnsweredBreach(Visitor visitor, Phone phone) {
        this.visitor = visitor;
        this.phone = phone;
    }

    /** On the page that is open, without its being loaded again. */
    void isTold(String tooWarm) throws Exception {
        visitor.page().evaluate("() => { window.samePage = true; }");
        phone.pairs();
        phone.measures(9.5, now.minusSeconds(1800));
        phone.reportsHeat(now.minusSeconds(3600), null);

        assertThat(visitor.find("#alarm-bar")).containsText(tooWarm);
        assertThat((boolean) visitor.page().evaluate("() => window.samePage === true"))
                .isTrue();
    }

    /** Once it is over. */
    void isAnswered() throws Exception {
        phone.measures(5, now.minusSeconds(600));
        phone.reportsHeat(now.minusSeconds(3600), now.minusSeconds(900));
        visitor.open("cold-chain/monitoring?breach=" + phone.breach());
        visitor.find("#breach-comment textarea").fill(COMMENT);
        visitor.find("#breach-acknowledge").click();

        assertThat(visitor.find("#breach-acknowledge")).isHidden();
    }

    void hasArrived(DemoNetwork network) {
        // The page shows the last run's steps until this one begins.
        List<ReceivedChange> arrived = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> network.received().stream()
                                .filter(change -> change.key().id().equals(phone.breach()))
                                .toList(),
                        received -> !received.isEmpty());
        assertThat(arrived).singleElement().satisfies(change -> {
            assertThat(change.server()).isEqualTo(CentralServer.LEGACY);
            assertThat(change.problems()).isEmpty();
            assertThat(change.data())
                    .contains(
                            "\"acknowledged\":true",
                            "\"om_comment\":\"" + COMMENT + '"',
                            "\"sensor_ID\":\"" + phone.sensor() + '"');
        });
    }
}
