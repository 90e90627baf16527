package org.relais.catalogue.push;

/** A name that a store sees: whether it buys or sells is known from the name, whatever the join said. */
final class NameStoreJoinPush implements PushRule {

    @Override
    public void prepare(PushDraft draft) {
        draft.set("inactive", JsonValue.bool(false));
        draft.other("name", "name_ID").ifPresent(name -> {
            draft.set("om_name_is_customer", JsonValue.bool(name.isTrue("customer")));
            draft.set("om_name_is_supplier", JsonValue.bool(name.isTrue("supplier")));
        });
    }
}
