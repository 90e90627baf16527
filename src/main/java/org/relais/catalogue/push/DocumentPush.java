package org.relais.catalogue.push;

/** A patient's document: its content comes in as JSON and leaves as a text that holds the JSON. */
final class DocumentPush implements PushRule {

    @Override
    public void prepare(PushDraft draft) {
        draft.set("data", JsonValue.text(draft.get("data").text()));
    }
}
