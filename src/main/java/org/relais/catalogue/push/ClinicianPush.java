package org.relais.catalogue.push;

import java.util.Map;

/** A clinician: Open mSupply's gender, when it ever was told, counts more than mSupply's flag, even when it is none. */
final class ClinicianPush implements PushRule {

    @Override
    public void prepare(PushDraft draft) {
        if (draft.parts("oms_fields").isEmpty()) {
            draft.setParts("oms_fields", Map.of("gender", JsonValue.text(Gender.of(draft))));
        }
        Gender.tellLegacy(draft, PushDraft.setText(draft.parts("oms_fields").get("gender")));
    }
}
