package org.relais.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.relais.testing.SeededSite;

class FailedActsTest extends SeededSite {

    private static final String TOLD = "relais-failed";

    @Test
    void aButtonWhosePressFailedCanBePressedAgainAndThePersonIsTold() {
        Button button = new Button("Envoyer");
        button.setDisableOnClick(true);
        UI.getCurrent().add(button);
        button.setEnabled(false);

        fail(new ErrorEvent(
                new IllegalStateException(new SQLTransientConnectionException("away")),
                button.getElement().getNode()));

        assertThat(button.isEnabled()).isTrue();
        assertThat(isTold()).isTrue();
    }

    @Test
    void aChangeThatFailedIsToldAndWhatIsNotUsableStaysSo() {
        TextField field = new TextField();
        UI.getCurrent().add(field);
        field.setEnabled(false);

        fail(new ErrorEvent(
                new IllegalStateException("as it may be"), field.getElement().getNode()));

        assertThat(field.isEnabled()).isFalse();
        assertThat(isTold()).isTrue();
    }

    @Test
    void whatNobodyPressedIsToldNobody() {
        fail(new ErrorEvent(new IllegalStateException("what a room sent to its pages")));

        assertThat(isTold()).isFalse();
    }

    private static void fail(ErrorEvent failure) {
        VaadinSession.getCurrent().getErrorHandler().error(failure);
    }

    private static boolean isTold() {
        UI page = UI.getCurrent();
        page.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return page.getInternals().dumpPendingJavaScriptInvocations().stream()
                .anyMatch(sent -> sent.getInvocation().getExpression().contains(TOLD));
    }
}
