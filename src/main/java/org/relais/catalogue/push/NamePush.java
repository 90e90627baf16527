package org.relais.catalogue.push;

import org.relais.catalogue.WireDates;

/** A name: sites send their patients, nothing else. */
final class NamePush implements PushRule {

    @Override
    public void prepare(PushDraft draft) {
        if (draft.text("type").filter("patient"::equals).isEmpty()) {
            draft.keep("only patients are sent");
            return;
        }
        if (draft.isTrue("is_deleted")) {
            draft.keep("the patient is deleted");
            return;
        }
        if (draft.text("om_gender").isEmpty()) {
            draft.set("om_gender", JsonValue.text(Gender.of(draft)));
        }
        Gender.tellLegacy(draft, draft.text("om_gender"));
        draft.text("om_created_datetime")
                .or(() -> DateAndTime.joined(draft, "created_date", ""))
                .filter(WireDates::isDatetime)
                .ifPresent(created -> {
                    draft.set("om_created_datetime", JsonValue.text(created));
                    draft.set("created_date", JsonValue.text(WireDates.day(created)));
                });
        draft.set("custom_data", JsonValue.NULL);
    }
}
