package org.relais.catalogue;

/** What a record on the wire asks of its receiver. Insert and update are one: an upsert by id. */
public enum Action {
    UPSERT,
    DELETE,
    MERGE
}
