package org.relais.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.relais.testing.Chooser;

class FailedViewTest extends FailedRecords {

    @Test
    void whereNothingFailedThereIsNothingToDo() {
        navigate(FailedView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Enregistrements en échec");
        assertThat(paragraph("records-failed-empty")).startsWith("Tout ce qui est arrivé a été intégré");
        assertThat(paragraph("records-unsent-empty")).isEqualTo("Aucune modification n’a été refusée.");
        assertThat(find(Button.class).withId("records-retry-all").exists()).isFalse();
    }

    @Test
    void everyRecordTellsWhyItIsThereInThePersonsLanguage() {
        aside(1, "item_line", "l1", "WAITING", "REFERENCE_MISSING", "item_ID", "item i 7", "{}");
        aside(2, "unit", "u1", "BROKEN", "WRONG_TYPE", "units", "expected", "{}");
        navigate(FailedView.class);

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(cell(0, 0)).contains("item_line", "l1");
        assertThat(cell(0, 1))
                .contains(
                        "Le champ «&nbsp;item_ID&nbsp;» renvoie à l’enregistrement «&nbsp;i 7&nbsp;» de la table «&nbsp;item&nbsp;»",
                        "Nouvelle tentative automatique");
        assertThat(cell(1, 1))
                .contains("Le champ «&nbsp;units&nbsp;» a une valeur d’un type incorrect", "À signaler à l’assistance");
        speak(Locale.of("es"));
        assertThat(cell(1, 1)).contains("El campo «units» tiene un valor de tipo incorrecto");
    }

    @Test
    void recordsThatNeedSomebodyAreToldFromThoseThatWait() {
        aside(1, "item_line", "l1", "WAITING", "REFERENCE_MISSING", "item_ID", "item i7", "{}");
        aside(2, "gadget", "g1", "UNKNOWN_TYPE", "UNKNOWN_TYPE", null, null, "{}");
        aside(3, "unit", "u1", "BROKEN", "WRONG_TYPE", "units", "expected", "{}");
        navigate(FailedView.class);

        assertThat(paragraph("records-standing"))
                .isEqualTo("1 à signaler à l’assistance. 2 attendent un autre enregistrement ou une version future.");
    }

    @Test
    void theListIsNarrowedByTableReasonAndText() {
        aside(1, "item", "i1", "BROKEN", "WRONG_TYPE", "a", "x", "{}");
        aside(2, "item", "i2", "BROKEN", "MISSING_FIELD", "b", "x", "{}");
        aside(3, "unit", "u1", "BROKEN", "MISSING_FIELD", "c", "x", "{}");
        navigate(FailedView.class);

        Chooser.choose(choice("records-kind"), "Un champ manque");
        assertThat(paragraph("records-count")).isEqualTo("2 enregistrements");
        Chooser.choose(choice("records-table"), "item");
        assertThat(test(grid()).getRow(0).key().id()).isEqualTo("i2");
        find(TextField.class).withId("records-search").single().setValue("u1");
        assertThat(paragraph("records-failed-empty"))
                .isEqualTo("Aucun enregistrement ne correspond à cette sélection.");
    }

    @Test
    void whatAServerSentIsShownAsText() {
        aside(1, MARKUP, MARKUP, "BROKEN", MARKUP, MARKUP, MARKUP, MARKUP);
        FailedView view = navigate(FailedView.class);

        assertThat(cell(0, 0)).contains("&lt;img").doesNotContain("<img");
        assertThat(cell(0, 1)).doesNotContain("<img");
        assertThat(view.getElement().getOuterHTML()).doesNotContain("<img");
        details(0);
        RecordDialog dialog = find(RecordDialog.class).single();
        assertThat(dialog.getElement().getOuterHTML()).doesNotContain("<img");
        assertThat(find(Pre.class).withId("record-json").single().getText()).isEqualTo(MARKUP);
    }

    @Test
    void changesThatCannotBeSentAreListedWithTheirReason() {
        keep("clinician", "c1", null, "{\"ID\":\"c1\"}");
        jdbc.sql("""
                        insert into outbox (type, id, revision, action, since, reason, field, detail)
                        values ('clinician', 'c1', next value for outbox_revision, 'UPSERT', utc_timestamp(), 'RECORD_REFUSED',
                            null, '400 <i>no</i>')
                        """).update();
        navigate(FailedView.class);

        assertThat(unsentCell(0, 1)).contains("Le serveur central l’a refusé.", "Nouvelle tentative automatique");
        unsentDetails(0);
        assertThat(find(RecordDialog.class).single().getElement().getTextRecursively())
                .contains("400 <i>no</i>");
        assertThat(find(Pre.class).withId("record-json").single().getText()).contains("\"c1\"");
    }
}
