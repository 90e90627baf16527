package org.relais.catalogue;

/** Whether a key has to be there, and whether its value may be null. */
enum Presence {
    REQUIRED(true, false),
    KEY_REQUIRED(true, true),
    OPTIONAL(false, true),
    OPTIONAL_NOT_NULL(false, false);

    private final boolean keyRequired;
    private final boolean nullable;

    Presence(boolean keyRequired, boolean nullable) {
        this.keyRequired = keyRequired;
        this.nullable = nullable;
    }

    boolean keyRequired() {
        return keyRequired;
    }

    boolean nullable() {
        return nullable;
    }
}
