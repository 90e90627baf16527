package org.relais.catalogue.push;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An ordered item: its stock of the beginning counts in orders of a program only. */
final class RequisitionLinePush implements PushRule {

    @Override
    public void prepare(PushDraft draft) {
        boolean program = draft.other("requisition", "requisition_ID")
                .flatMap(order -> order.text("programID"))
                .isPresent();
        if (!program) {
            draft.set("Cust_prev_stock_balance", draft.get("stock_on_hand"));
        }
        draft.set(
                "Cust_loss_adjust",
                Amount.json(Amount.of(draft, "stockAdditions").subtract(Amount.of(draft, "stockLosses"))));
        Map<String, JsonValue> parts = new LinkedHashMap<>(draft.parts("oms_fields"));
        Optional<String> formLine = PushDraft.setText(parts.get("rnr_form_line_id"));
        parts.put("rnr_form_line_id", JsonValue.textOrNull(formLine.orElse(null)));
        draft.setParts("oms_fields", parts);
    }
}
