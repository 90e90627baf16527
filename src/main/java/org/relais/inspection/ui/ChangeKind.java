package org.relais.inspection.ui;

import org.relais.catalogue.Action;
import org.relais.components.Glyph;
import org.relais.record.OutboxEntry;
import org.relais.vocabulary.Keyed;

/** What was done to a record, as a person would say it. */
enum ChangeKind implements Keyed {
    CREATED(Glyph.ADD),
    MODIFIED(Glyph.EDIT),
    DELETED(Glyph.REMOVE),
    MERGED(Glyph.INTEGRATE);

    private final Glyph glyph;

    ChangeKind(Glyph glyph) {
        this.glyph = glyph;
    }

    /** @param known whether there was such a record before */
    static ChangeKind of(Action action, boolean known) {
        return switch (action) {
            case UPSERT -> known ? MODIFIED : CREATED;
            case DELETE -> DELETED;
            case MERGE -> MERGED;
        };
    }

    static ChangeKind of(OutboxEntry entry) {
        return of(entry.action(), !entry.created());
    }

    Glyph glyph() {
        return glyph;
    }

    /** The key of its verb in the translations. */
    @Override
    public String key() {
        return "records.change." + Keyed.super.key();
    }
}
