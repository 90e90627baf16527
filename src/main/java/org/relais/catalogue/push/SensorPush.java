package org.relais.catalogue.push;

import java.util.Set;

/** A sensor: its kind stands behind its serial, and one without a kind is a Blue Maestro. */
final class SensorPush implements PushRule {

    private static final String BETWEEN = " | ";
    private static final Set<String> KINDS = Set.of("BLUE_MAESTRO", "LAIRD", "BERLINGER", "LOG_TAG");

    @Override
    public void prepare(PushDraft draft) {
        draft.text("macAddress")
                .filter(text -> KINDS.stream().noneMatch(kind -> text.endsWith(BETWEEN + kind)))
                .ifPresent(serial -> draft.set("macAddress", JsonValue.text(serial + BETWEEN + "BLUE_MAESTRO")));
    }
}
