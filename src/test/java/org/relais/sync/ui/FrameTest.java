package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.sync.ui.Statuses.failure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.SyncStep;

/** The frame around the pages, and the way to Synchronisation from anywhere. */
class FrameTest extends SyncPages {

    @Test
    void changesItsLanguageAtOnce() {
        open(Statuses.calm());
        assertThat(((Button) byId("sync-now")).getText()).isEqualTo("Synchroniser maintenant");

        VaadinSession.getCurrent().setLocale(Locale.forLanguageTag("es"));

        assertThat(((Button) byId("sync-now")).getText()).isEqualTo("¡Sincronizar ahora!");
        assertThat(item(SyncStep.PULL_CENTRAL).getElement().getTextRecursively())
                .contains("Obtener Centralmente");
        assertThat(text("last-sync")).contains("hace 2 minutos");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Sincronización · Relais");

        VaadinSession.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(((Button) byId("sync-now")).getText()).isEqualTo("Sync now");
    }

    @Test
    void aMistypedAddressLeadsBackToTheFirstPage() {
        publish(Statuses.calm());
        navigate("nowhere/at-all", Component.class);

        assertThat(text("missing-page")).contains("Cette page n’existe pas", "Aller à l’accueil");
    }

    @Test
    void theFirstPageSaysWhatToDo() {
        Failure down = failure(FailureCode.CONNECTION, CentralServer.LEGACY);
        publish(Statuses.status(3, null, Statuses.ended(9, Outcome.FAILED, down), null));
        navigate("", Component.class);
        assertThat(text("home-state")).isEqualTo("La dernière synchronisation n’a pas abouti");

        publish(Statuses.status(3, null, Statuses.ended(9, Outcome.PARTIAL, down), null));
        assertThat(text("home-state")).isEqualTo("La dernière synchronisation est incomplète");

        publish(Statuses.status(
                3, null, Statuses.ended(9, Outcome.CANCELLED, failure(FailureCode.CANCELLED, null)), null));
        assertThat(text("home-state")).isEqualTo("La synchronisation a été annulée.");

        publish(Statuses.calm());
        assertThat(text("home-state")).isEqualTo("Tout est à jour");
    }
}
