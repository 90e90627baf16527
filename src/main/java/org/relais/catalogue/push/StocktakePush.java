package org.relais.catalogue.push;

import java.util.Optional;

/** A stocktake: mSupply's day and time of creation stand for Open mSupply's two times where those are missing. */
final class StocktakePush implements PushRule {

    @Override
    public void prepare(PushDraft draft) {
        String status = draft.text("status").orElse("");
        if (!status.equals("sg") && !status.equals("fn")) {
            draft.keep("a stocktake of status " + status + " is mSupply's own");
            return;
        }
        Optional<String> legacy = DateAndTime.joined(draft, "stock_take_created_date", "stock_take_time");
        if (draft.text("om_created_datetime").isEmpty()) {
            draft.set("om_created_datetime", JsonValue.textOrNull(legacy.orElse(null)));
            draft.set("om_finalised_datetime", JsonValue.textOrNull(legacy.orElse(null)));
        }
        DateAndTime.split(draft, draft.text("om_created_datetime"), "stock_take_created_date", "stock_take_time");
    }
}
