package org.relais.catalogue.push;

/** A line of a stocktake: what was not counted is sent as 0. */
final class StocktakeLinePush implements PushRule {

    @Override
    public void prepare(PushDraft draft) {
        if (!draft.isTrue("is_edited")) {
            draft.set("stock_take_qty", JsonValue.number("0"));
        }
    }
}
