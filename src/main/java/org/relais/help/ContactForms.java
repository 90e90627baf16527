package org.relais.help;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.relais.catalogue.RecordKey;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.record.LocalChange;
import org.relais.record.LocalChanges;
import org.relais.record.Outbox;
import org.relais.vocabulary.Invalid;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages to those who look after the network. A message is a record that goes to the Open mSupply central server with Push
 * V6; that server sends it on as mail.
 */
@Service
public class ContactForms {

    /** Their table. */
    static final String TABLE = "contact_form";

    private final LocalChanges changes;
    private final Outbox outbox;
    private final CurrentUser currentUser;
    private final Clock clock;

    ContactForms(LocalChanges changes, Outbox outbox, CurrentUser currentUser, Clock clock) {
        this.changes = changes;
        this.outbox = outbox;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What is wrong with a message; nothing when all is well. */
    public Set<ContactProblem> problems(ContactDraft draft) {
        EnumSet<ContactProblem> problems = EnumSet.noneOf(ContactProblem.class);
        if (draft.kind() == null) {
            problems.add(ContactProblem.KIND_MISSING);
        }
        if (draft.replyAddress().isEmpty()) {
            problems.add(ContactProblem.ADDRESS_MISSING);
        } else if (!MailAddress.isValid(draft.replyAddress())) {
            problems.add(ContactProblem.ADDRESS_INVALID);
        }
        if (draft.text().isEmpty()) {
            problems.add(ContactProblem.TEXT_MISSING);
        } else if (draft.text().length() > ContactDraft.TEXT_LENGTH) {
            problems.add(ContactProblem.TEXT_TOO_LONG);
        }
        return problems;
    }

    /**
     * Takes a message of the signed-in person; it leaves with the next synchronisation.
     *
     * @param storeId the store that the person works in
     * @return the message's id
     * @throws Invalid when something is wrong with it
     */
    public String send(String storeId, ContactDraft draft) {
        SignedInUser user = currentUser.get();
        Set<ContactProblem> problems = problems(draft);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        String id = UUID.randomUUID().toString();
        changes.save(LocalChange.to(new RecordKey(TABLE, id), record(id, storeId, user, draft)));
        return id;
    }

    /** Whether a message has still to leave. */
    public boolean isWaiting(String id) {
        return outbox.isWaiting(new RecordKey(TABLE, id));
    }

    private String record(String id, String storeId, SignedInUser user, ContactDraft draft) {
        ObjectNode record = JsonMapper.shared()
                .createObjectNode()
                .put("id", id)
                .put("reply_email", draft.replyAddress())
                .put("body", draft.text())
                .put("created_datetime", now())
                .put("user_id", user.id())
                .put("username", user.name())
                .put("store_id", storeId)
                .put("contact_type", draft.kind().name());
        return record.toString();
    }

    /** The wire's form: UTC without a zone. */
    private String now() {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
    }
}
