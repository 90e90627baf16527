package org.relais.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.push.DateAndTime;
import org.relais.catalogue.push.JsonValue;
import org.relais.catalogue.push.Moment;
import org.relais.catalogue.push.NotSendable;
import org.relais.catalogue.push.PushDraft;
import tools.jackson.core.JacksonException;

/**
 * What is known of one table of the wire: how its records come in, what must be there before them, how they are checked and
 * in which form they are sent. Described in record-types.yaml. Immutable; every method may be called from any thread.
 */
public final class RecordType {

    /** The most references that a record of one type may have to wait for. */
    public static final int MOST_BLOCKING_REFERENCES = 8;

    private final RecordDescription description;
    private final int level;
    private final Title title;
    private final List<Reference> references;
    private final List<Reference> blockingReferences;
    private final RecordChecker checker;
    private final PushWriter writer;

    RecordType(RecordDescription description, int level, Title title) {
        this.description = description;
        this.level = level;
        this.title = title;
        references = description.references().map(RecordType::reference).toList();
        blockingReferences =
                description.blockingReferences().map(RecordType::reference).toList();
        checker = new RecordChecker(description);
        writer = new PushWriter(description.fields(), description.push().to().contains(CentralServer.LEGACY));
    }

    private static Reference reference(Field field) {
        return new Reference(
                field.path(),
                field.target().orElseThrow().table(),
                field.presence().nullable() || field.emptyIsUnset());
    }

    /** Its table, see {@link RecordKey#table()}. */
    public String table() {
        return description.table();
    }

    /** The step of integration that it belongs to: types of a lower level are integrated before it. 0 is the first. */
    public int level() {
        return level;
    }

    /** The ways on which it comes in; none for records that only leave. */
    public Set<Channel> channels() {
        return description.channels();
    }

    /** The servers that get its changes from a site; none for most types. */
    public Set<CentralServer> pushedTo() {
        return description.push().to();
    }

    /** The servers that get its deletes from a site. */
    public Set<CentralServer> deletionsPushedTo() {
        return description.push().deletionsTo();
    }

    /**
     * The servers that get a change of a record from a site, as the record is now. Its own values may keep it here although its type
     * is sent: a sign-in that belongs to no store, for instance. One that cannot be written for the wire is not kept, but waits.
     *
     * @param json the record's JSON object
     * @param lookup other stored records, for what depends on them
     */
    public Set<CentralServer> receivers(String json, RecordLookup lookup) {
        if (pushedTo().isEmpty()) {
            return Set.of();
        }
        try {
            return whyKept(new PushDraft(JsonValue.object(json), lookup)).isPresent() ? Set.of() : pushedTo();
        } catch (NotSendable | JacksonException | IllegalArgumentException broken) {
            return pushedTo();
        }
    }

    /**
     * The references whose absence makes a record wait, at most {@value #MOST_BLOCKING_REFERENCES}. Other references may lead
     * to nothing.
     */
    public List<Reference> blockingReferences() {
        return blockingReferences;
    }

    /** All its references, those that may lead to nothing included. */
    public List<Reference> references() {
        return references;
    }

    /** How the store that its records belong to is found; empty when they belong to none. */
    public Optional<OwnerStore> ownerStore() {
        return description.owner();
    }

    /** What a pulled delete does. */
    public Deletion deletion() {
        return description.deletion();
    }

    /** Whether two records of it can be merged into one. */
    public boolean merges() {
        return description.merges();
    }

    /**
     * What makes a person recognise a record, in one line: code and description of a location, item and batch of a stock line.
     * It names people where the record is about one: see {@link #titleIsForEverybody}.
     *
     * @param json the record's JSON object
     * @param lookup other stored records, for what has no name of its own
     * @param writing how days, moments and numbers are written
     * @return empty when the record says nothing of the kind, or is no JSON object
     */
    public Optional<String> title(String json, RecordLookup lookup, TitleWriting writing) {
        return title.of(json, lookup, writing);
    }

    /** Whether whoever signed in may see the titles of its records; of the other types only those who may read records. */
    public boolean titleIsForEverybody() {
        return description.titleForEverybody();
    }

    /**
     * Holds a record against the description, in one pass over its text. Only what the record itself shows is judged; whether
     * the records it names are there is not.
     *
     * @param json the record's JSON object
     * @return what was found; never fails, a text that is no JSON is a problem as well
     */
    public CheckedRecord check(String json) {
        return checker.check(json);
    }

    /**
     * Writes a record as a central server wants it: the listed keys, each of them, unset ones as null. The record must not be
     * deleted: deletes have no push form.
     *
     * @param json the stored record
     * @param server where it is to go
     * @param links follows merges
     * @param lookup other stored records, for the keys that depend on them
     * @return the text to send, or why there is none
     */
    public Rendering render(String json, CentralServer server, LinkResolver links, RecordLookup lookup) {
        if (!pushedTo().contains(server)) {
            return new Rendering.Keep(table() + " is not sent to the " + server.key() + " central server");
        }
        try {
            PushDraft draft = new PushDraft(JsonValue.object(json), lookup);
            return whyKept(draft)
                    .<Rendering>map(Rendering.Keep::new)
                    .orElseGet(() -> new Rendering.Send(writer.write(draft, links)));
        } catch (NotSendable e) {
            return new Rendering.Broken(e.problem());
        } catch (JacksonException e) {
            return new Rendering.Broken(new Problem(ProblemKind.BROKEN_JSON, "", e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            return new Rendering.Broken(new Problem(ProblemKind.NOT_AN_OBJECT, "", e.getMessage()));
        }
    }

    /** Prepares the draft; the reason why it is not sent, or empty when it is ready. */
    private Optional<String> whyKept(PushDraft draft) {
        for (String key : description.push().onlyWith()) {
            if (draft.text(key).isEmpty()) {
                return Optional.of(table() + " is not sent without " + key);
            }
        }
        description.moments().forEach(moment -> spellTwice(draft, moment));
        description.push().rule().prepare(draft);
        return draft.reasonToKeep();
    }

    private static void spellTwice(PushDraft draft, Moment moment) {
        DateAndTime.of(draft, moment).ifPresent(at -> draft.set(moment.at(), JsonValue.text(at)));
        DateAndTime.split(draft, draft.text(moment.at()), moment.date(), moment.time());
    }

    /** The keys that its push form has. */
    List<String> pushedKeys() {
        return description.fields().sent().stream().map(Field::name).toList();
    }

    RecordDescription description() {
        return description;
    }

    @Override
    public String toString() {
        return table();
    }
}
