package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages on a small phone, a tablet and a laptop: everything in reach of a thumb, nothing to scroll sideways. */
class LayoutJourneyTest extends JourneySite {

    private static final List<Integer> WIDTHS = List.of(320, 360, 768, 1280);
    private static final int HEIGHT = 740;

    private static final List<String> PAGES = List.of(
            "",
            "cold-chain",
            "synchronisation",
            "locations",
            "help",
            "history",
            "settings/connection",
            "settings/backup",
            "settings/logs",
            "http-interface",
            "cold-chain/monitoring?breach=" + Phone.BREACH,
            "cold-chain/monitoring?tab=chart",
            "cold-chain/monitoring?tab=log",
            "cold-chain/sensors/" + Phone.SENSOR,
            "cold-chain/report/" + Phone.SENSOR,
            "cold-chain/poster/" + Phone.SENSOR,
            "cold-chain/quarantine",
            "records/trace?table=Location&id=none");

    /** What can be pressed and is smaller than a thumb, with its size; links within a text may be, and 30 days side by side. */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('a[href], button, select, input:not([type=hidden]), [role=button], '
                + 'vaadin-button, vaadin-drawer-toggle, vaadin-radio-button, vaadin-checkbox, vaadin-text-field, '
                + 'vaadin-email-field, vaadin-text-area')]
              .filter((element) => element.checkVisibility({visibilityProperty: true})
                && !element.closest('.skip-link, .sr-only, p')
                && !(element.closest('[data-strip]') && window.innerWidth > 1088)
                && !(element instanceof HTMLInputElement && element.slot))
              .map((element) => [element, element.getBoundingClientRect()])
              .filter(([, box]) => box.width > 0 && (box.width < 44 || box.height < 44))
              .map(([element, box]) => `${element.localName}#${element.id}.${element.className}`
                + ` ${Math.round(box.width)} x ${Math.round(box.height)}`)
            """;

    /** What reaches beyond the window, whether the page can be scrolled sideways for it or cuts it off. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('body, main *, dialog *, vaadin-dialog *')]
                .filter((element) => element.checkVisibility() && !element.closest('.sr-only'))
                .filter((element) => Math.max(element.getBoundingClientRect().right,
                  element === document.body ? document.scrollingElement.scrollWidth : 0) > window.innerWidth + 1)
                .map((element) => `${element.localName}#${element.id}.${element.className}`)
            """;

    /** How far the frame itself can be scrolled: what is only for screen readers must not open an empty room below the page. */
    private static final String ROOM_BELOW = "() => document.scrollingElement.scrollHeight - window.innerHeight";

    /** The heads of columns whose words end in dots. */
    private static final String CUT_HEADS = """
            () => [...document.querySelectorAll('vaadin-grid-cell-content')]
                .filter((cell) => cell.assignedSlot?.closest('[part~=header-cell]'))
                .flatMap((cell) => [cell, ...[...cell.querySelectorAll('vaadin-grid-sorter')]
                  .map((sorter) => sorter.shadowRoot.querySelector('[part=content]'))])
                .filter((part) => part.checkVisibility() && part.scrollWidth > part.clientWidth)
                .map((part) => part.textContent)
            """;

    /** As many changes as only weeks without a connection bring. */
    private static final String WORDS_OF_MANY_LEAVE_ROOM = """
            (count) => {
              const link = count.querySelector('a.pending');
              link.innerHTML = '<span class="figure">21.665</span><span class="figure-label">registros pendientes de envío</span>';
              count.dataset.count = 21665;
              const words = link.querySelector('.figure-label').getBoundingClientRect();
              const settings = document.querySelector('#sync-settings').getBoundingClientRect();
              return words.right <= settings.left || words.top >= settings.bottom || words.bottom <= settings.top;
            }
            """;

    private static final String WORDS_ARE_WHOLE = """
            (button) => [...button.shadowRoot.querySelectorAll('[part=label]'), button]
              .every((part) => part.scrollWidth <= part.clientWidth + 1)
            """;

    @Autowired
    private JdbcClient jdbc;

    /** The other journeys' pages know nothing of it. */
    @AfterEach
    void theSensorNeverWas() {
        Phone.neverWas(jdbc);
    }

    /** Each page comes to a small phone, as most do, and is then turned and carried to larger windows. */
    @Test
    void everyPageFitsTheWindowAndTheThumb() throws Exception {
        failingRun();
        anUnansweredBreach();
        Visitor visitor = new Visitor(browser.still("es", WIDTHS.getFirst(), HEIGHT), address());
        visitor.open("login");
        assertThat(visitor.find("#sign-in")).isVisible();
        fitsEachWidth(visitor, "login");
        visitor.comesSignedIn();
        for (String path : PAGES) {
            visitor.open(path);
            assertThat(visitor.find("h1")).isVisible();
            fitsEachWidth(visitor, path.isEmpty() ? "home" : path.replaceAll("[/?=-]+", "-"));
        }
    }

    private static void fitsEachWidth(Visitor visitor, String name) {
        for (int width : WIDTHS) {
            visitor.page().setViewportSize(width, HEIGHT);
            fits(visitor, name + "-" + width);
        }
        visitor.page().setViewportSize(WIDTHS.getFirst(), HEIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360})
    void theStepperStandsUprightAndTheDrawerOpensOnDemandWhereItIsNarrow(int width) {
        Visitor visitor = signedInAt("", "fr", width, 740);
        Locator entry = visitor.find(".drawer-lower .nav-link").first();
        assertThat(entry).not().isInViewport();
        visitor.find("vaadin-drawer-toggle").click();
        assertThat(entry).isInViewport();
        entry.click();
        assertThat(visitor.syncNow()).isVisible();
        assertThat(entry).not().isInViewport();
        assertThat(visitor.find("#stepper")).isHidden();
        visitor.find(".steps-fold summary").click();
        assertThat(visitor.find("#stepper")).isVisible();
        List<Box> boxes = stepBoxes(visitor);
        for (int i = 1; i < boxes.size(); i++) {
            assertThat(boxes.get(i).y())
                    .isGreaterThanOrEqualTo(
                            boxes.get(i - 1).y() + boxes.get(i - 1).height());
            assertThat(boxes.get(i).x()).isEqualTo(boxes.getFirst().x());
        }
        visitor.find("#server-qr").click();
        assertThat(visitor.find("#server-qr-large")).isInViewport();
        fits(visitor, "qr-" + width);
    }

    @ParameterizedTest
    @CsvSource({"fr, 320, 640", "es, 320, 640", "fr, 360, 740", "es, 740, 360"})
    void theButtonIsWholeAndInSightAndWhatFailedStandsRightBelowIt(String language, int width, int height) {
        failingRun();
        Visitor visitor = signedInAt("synchronisation", language, width, height);
        assertThat(visitor.syncNow()).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        visitor.isStill();
        assertThat((boolean) visitor.syncNow().evaluate(WORDS_ARE_WHOLE)).isTrue();
        assertThat(visitor.find("#sync-error .notice-title")).isInViewport();
        assertThat(visitor.find("#sync-error .notice-title").boundingBox().y)
                .isLessThan(visitor.find("#stepper").boundingBox().y);
        assertThat((boolean) visitor.find("#pending-count").evaluate(WORDS_OF_MANY_LEAVE_ROOM))
                .isTrue();
    }

    @Test
    void theStepsStandBesideEachOtherAndTheDrawerStaysWhereItIsWide() {
        Visitor visitor = signedIn("fr");
        assertThat(visitor.find(".drawer-lower .nav-link").first()).isInViewport();
        visitor.openSynchronisation("Synchronisation");
        List<Box> boxes = stepBoxes(visitor);
        for (int i = 1; i < boxes.size(); i++) {
            assertThat(boxes.get(i).x())
                    .isGreaterThanOrEqualTo(
                            boxes.get(i - 1).x() + boxes.get(i - 1).width());
            assertThat(boxes.get(i).y()).isEqualTo(boxes.getFirst().y());
        }
    }

    /** All of them at one moment: between two a page may move. */
    private static List<Box> stepBoxes(Visitor visitor) {
        Locator steps = visitor.find("#stepper > li[data-step]");
        assertThat(steps).hasCount(6);
        visitor.isStill();
        List<?> boxes = (List<?>) steps.evaluateAll("(steps) => steps.map((step) => step.getBoundingClientRect())"
                + ".map((box) => [box.x, box.y, box.width, box.height])");
        return boxes.stream().map(Box::of).toList();
    }

    private record Box(double x, double y, double width, double height) {

        static Box of(Object sides) {
            List<Double> numbers = ((List<?>) sides)
                    .stream().map(side -> ((Number) side).doubleValue()).toList();
            return new Box(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        }
    }

    /** The last run failed: one is enough for all who look at it. */
    private void failingRun() {
        if (runs.newest(1).getFirst().error() == null) {
            network.faults().add(Fault.always(FaultKind.HTML, CentralServer.OPEN));
            nothingWaits();
        }
    }

    private void anUnansweredBreach() throws Exception {
        Phone phone = new Phone(address());
        Instant now = Instant.now();
        phone.pairs();
        phone.measures(9.5, now.minusSeconds(3600));
        phone.measures(5, now.minusSeconds(600));
        phone.reportsHeat(now.minusSeconds(5400), now.minusSeconds(1800));
    }

    private static void fits(Visitor visitor, String name) {
        visitor.isStill();
        visitor.page()
                .screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of("target/journeys", "layout-" + name + ".png")));
        assertThat((List<?>) visitor.page().evaluate(TOO_WIDE)).as(name).isEmpty();
        assertThat((List<?>) visitor.page().evaluate(SMALL_TARGETS)).as(name).isEmpty();
        assertThat((List<?>) visitor.page().evaluate(CUT_HEADS)).as(name).isEmpty();
        assertThat((int) visitor.page().evaluate(ROOM_BELOW)).as(name).isNotPositive();
    }
}
