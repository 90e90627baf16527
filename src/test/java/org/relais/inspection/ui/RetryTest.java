package org.relais.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import org.junit.jupiter.api.Test;
import org.relais.components.Notice;

/** What becomes of records that are tried again. */
class RetryTest extends FailedRecords {

    @Test
    void aRecordThatIsWaitedForMayBeSetAsideItself() {
        aside(1, "item_line", "l1", "WAITING", "REFERENCE_MISSING", "item_ID", "item i1", "{}");
        aside(2, "item", "i1", "BROKEN", "NULL_FIELD", "item_name", "x", "{}");
        navigate(FailedView.class);

        details(0);
        assertThat(paragraph("record-missing"))
                .contains("n’a pas pu être intégré non plus", "Le champ «\u00a0item_name\u00a0» n’a pas de valeur");
        assertThat(find(Button.class).withId("record-retry").exists()).isFalse();
        test(find(Button.class).withId("record-missing-show").single()).click();

        assertThat(paragraph("record-advice")).startsWith("Il doit être corrigé sur le serveur central");
    }

    @Test
    void aRecordThatIsWaitedForMayBeOnItsWayOrHere() {
        aside(1, "item_line", "l1", "WAITING", "REFERENCE_MISSING", "item_ID", "item i1", "{}");
        navigate(FailedView.class);

        details(0);
        assertThat(paragraph("record-missing")).isEqualTo("Cet autre enregistrement n’est pas encore arrivé.");
        find(RecordDialog.class).single().close();
        keep("item", "i1", null, "{}");
        details(0);
        assertThat(paragraph("record-missing")).startsWith("Cet autre enregistrement est arrivé entre-temps");
    }

    @Test
    void aRecordThatIsStillWrongStays() {
        aside(1, "unit", "u1", "BROKEN", "MISSING_FIELD", "ID", "x", "{}");
        navigate(FailedView.class);

        details(0);
        test(find(Button.class).withId("record-retry").single()).click();

        assertThat(test(find(Notification.class).single()).getText()).contains("ne peut toujours pas être intégré");
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void recordsThatAreGoodNowAreOfferedToTheNextSynchronisation() {
        String good = "{\"ID\":\"u1\",\"units\":\"box\",\"comment\":\"\",\"order_number\":1}";
        aside(1, "unit", "u1", "BROKEN", "MISSING_FIELD", "ID", "x", good);
        aside(2, "unit", "u2", "BROKEN", "MISSING_FIELD", "ID", "x", "{}");
        navigate(FailedView.class);

        test(find(Button.class).withId("records-retry-all").single()).click();

        assertThat(text(find(Notice.class).withId("records-retried").single()))
                .contains("1 enregistrement peut maintenant être intégré.");
        assertThat(find(Button.class).withId("records-sync-now").single().isEnabled())
                .isTrue();
        assertThat(test(grid()).size()).isEqualTo(1);
    }
}
