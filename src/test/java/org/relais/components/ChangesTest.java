package org.relais.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.relais.testing.PageTurn;

/** What changes is a number that another thread counts up; a part is right when it showed the last one. */
@ViewPackages(packages = "org.relais.components")
class ChangesTest extends BrowserlessTest {

    private final Changes changes = new Changes();
    private final AtomicInteger number = new AtomicInteger();
    private final List<Integer> shown = new ArrayList<>();
    private final Span part = new Span();

    @Test
    void eachChangeIsShownInThePagesTurn() {
        UI.getCurrent().add(part);
        follow();

        countedUp();
        assertThat(shown).isEmpty();
        PageTurn.take();
        assertThat(shown).containsExactly(1);

        countedUp();
        PageTurn.take();
        assertThat(shown).containsExactly(1, 2);
    }

    @Test
    void ofSeveralChangesTheLastIsShownOnce() {
        UI.getCurrent().add(part);
        follow();

        countedUp();
        countedUp();
        countedUp();
        PageTurn.take();

        assertThat(shown).containsExactly(3);
    }

    @Test
    void aChangeWhileThePageIsBuiltIsShownOnceThePartIsThere() {
        follow();
        Div around = new Div(part);

        countedUp();
        UI.getCurrent().add(around);

        assertThat(shown).containsExactly(1);
        countedUp();
        PageTurn.take();
        assertThat(shown).containsExactly(1, 2);
    }

    @Test
    void aChangeWhileAnotherIsBeingShownIsShownToo() {
        UI.getCurrent().add(part);
        changes.follow(part, () -> {
            shown.add(number.get());
            if (number.get() == 1) {
                countedUp();
            }
        });

        countedUp();
        PageTurn.take();

        assertThat(shown).containsExactly(1, 2);
    }

    @Test
    void whatIsNotThereIsToldNothingUntilItIsThereAgain() {
        UI.getCurrent().add(part);
        follow();
        countedUp();
        UI.getCurrent().remove(part);
        PageTurn.take();
        countedUp();
        PageTurn.take();
        assertThat(shown).isEmpty();

        UI.getCurrent().add(part);
        assertThat(shown).containsExactly(2);

        UI.getCurrent().remove(part);
        UI.getCurrent().add(part);
        assertThat(shown).as("shown again without a change").containsExactly(2);
    }

    @Test
    void aPartThatCannotShowItKeepsNobodyElseFromHearing() {
        List<Throwable> problems = new ArrayList<>();
        VaadinSession.getCurrent().setErrorHandler(event -> problems.add(event.getThrowable()));
        Span broken = new Span();
        UI.getCurrent().add(broken, part);
        changes.follow(broken, () -> {
            throw new IllegalStateException("on purpose");
        });
        follow();

        countedUp();
        PageTurn.take();
        countedUp();
        PageTurn.take();

        assertThat(shown).containsExactly(1, 2);
        assertThat(problems).hasSize(2);
    }

    @Test
    void whatCouldNotBeShownIsShownOnceThePartIsThereAgain() {
        UI.getCurrent().add(part);
        changes.follow(part, () -> {
            shown.add(number.get());
            if (shown.size() == 1) {
                throw new IllegalStateException("the database went at this moment");
            }
        });
        VaadinSession.getCurrent().setErrorHandler(event -> {});
        countedUp();
        PageTurn.take();

        UI.getCurrent().remove(part);
        UI.getCurrent().add(part);

        assertThat(shown).containsExactly(1, 1);
    }

    @Test
    void aPageThatWasClosedKeepsNobodyElseFromHearing() {
        UI closed = new UI();
        closed.getInternals().setSession(VaadinSession.getCurrent());
        Span gone = new Span();
        closed.add(gone);
        changes.follow(gone, () -> shown.add(-1));
        UI.getCurrent().add(part);
        follow();

        closed.getInternals().setSession(null);
        countedUp();
        PageTurn.take();

        assertThat(shown).containsExactly(1);
    }

    private void follow() {
        changes.follow(part, () -> shown.add(number.get()));
    }

    private void countedUp() {
        CompletableFuture.runAsync(() -> {
                    number.incrementAndGet();
                    changes.happened();
                })
                .join();
    }
}
