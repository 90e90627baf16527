package org.relais.record;

import org.relais.catalogue.WireRecord;

/** What becomes of a change that waits for a server, now that it is that server's turn. */
public sealed interface RenderedChange {

    /** The change. */
    OutboxEntry entry();

    /**
     * It is sent.
     *
     * @param record what is written on the wire; a delete's data is {@code {}} and is not written
     */
    record Send(OutboxEntry entry, WireRecord record) implements RenderedChange {}

    /** It is not for this server: there is nothing to send, and the change counts as processed. */
    record Keep(OutboxEntry entry, String reason) implements RenderedChange {}

    /** It cannot be written. It stays in the outbox with its reason, is shown, and holds up no other. */
    record Broken(OutboxEntry entry, Reason reason) implements RenderedChange {}
}
