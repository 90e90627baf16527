package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.relais.catalogue.RecordKey;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.record.LocalChange;
import org.relais.record.LocalChanges;
import org.relais.vocabulary.Invalid;
import org.relais.vocabulary.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;

/**
 * The breaches of a store, and what people say of them, which goes to the mSupply central server. Whoever says something needs the
 * permission {@link Permission#VIEW_SENSORS} in that store.
 */
@Service
public class Breaches {

    /** The longest comment, in characters. */
    public static final int LONGEST_COMMENT = 1000;

    private static final Sort LATEST_FIRST =
            Sort.by(Sort.Direction.DESC, "startedAt").and(Sort.by("id"));

    private final BreachRepository breaches;
    private final Readings readings;
    private final LocalChanges changes;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Breaches(
            BreachRepository breaches,
            Readings readings,
            LocalChanges changes,
            CurrentUser currentUser,
            Clock clock,
            ApplicationEventPublisher events) {
        this.breaches = breaches;
        this.readings = readings;
        this.changes = changes;
        this.currentUser = currentUser;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A page of the breaches asked for: those that nobody answered for first, then the latest first.
     *
     * @param page its number, from 0
     * @param size how many are on a page
     */
    public List<Breach> list(BreachQuery query, int page, int size) {
        Sort order = Sort.by("acknowledged").and(LATEST_FIRST);
        return breaches
                .findBy(query.specification(), found -> found.slice(PageRequest.of(page, size, order)))
                .getContent()
                .stream()
                .map(BreachRow::breach)
                .toList();
    }

    /** How many breaches are asked for. */
    public int count(BreachQuery query) {
        Specification<BreachRow> asked = query.specification();
        return Math.toIntExact(breaches.count(asked));
    }

    /** A breach, or empty when there is none. */
    public Optional<Breach> find(String id) {
        return breaches.findById(id).map(BreachRow::breach);
    }

    /**
     * The temperature furthest from its range that was measured during each breach, in degrees Celsius; a breach without a reading is
     * not in it.
     */
    public Map<String, BigDecimal> extremes(Collection<Breach> asked) {
        return readings.extremes(asked, clock.instant());
    }

    /** Whether the person may answer for breaches of that store. */
    public boolean mayAcknowledge(String storeId) {
        return currentUser.may(Permission.VIEW_SENSORS, storeId);
    }

    /**
     * Answers for a breach that is over.
     *
     * @param read the breach as it was when the person decided
     * @param comment what was done about it, not blank
     * @throws Invalid when the comment is missing or too long, or the breach goes on
     * @throws BreachChanged when somebody else, or its phone, changed it since it was read
     */
    public void acknowledge(Breach read, String comment) {
        currentUser.require(Permission.VIEW_SENSORS, read.storeId());
        String said = checked(comment);
        if (read.open()) {
            throw new Invalid(Set.of(BreachProblem.GOES_ON));
        }
        change(read, record -> {
            record.flag("acknowledged", true);
            record.text("om_comment", said);
        });
    }

    /**
     * Ends the breach of a sensor that is lost, and answers for it: it ends with the sensor's last reading. Should the sensor come
     * back, the breach goes on by itself.
     *
     * @param read the breach as it was when the person decided
     * @param reason what happened to the sensor, not blank
     * @throws Invalid when the reason is missing or too long, or the breach is over
     * @throws BreachChanged when somebody else, or its phone, changed it since it was read
     */
    public void closeLost(Breach read, String reason) {
        SignedInUser person = currentUser.require(Permission.VIEW_SENSORS, read.storeId());
        String said = checked(reason);
        if (!read.open()) {
            throw new Invalid(Set.of(BreachProblem.IS_OVER));
        }
        Instant now = clock.instant();
        Instant last = Optional.ofNullable(
                        readings.last(List.of(read.sensorId()), now).get(read.sensorId()))
                .map(LastReading::takenAt)
                .orElse(read.start());
        Instant end = last.isBefore(read.start()) ? read.start() : last;
        change(read, record -> LostSensor.close(record, said, person.displayName(), now, end, read.start()));
    }

    private static String checked(String comment) {
        String said = comment.strip();
        if (said.isEmpty()) {
            throw new Invalid(Set.of(BreachProblem.COMMENT_MISSING));
        }
        if (Texts.length(said) > LONGEST_COMMENT) {
            throw new Invalid(Set.of(BreachProblem.COMMENT_TOO_LONG));
        }
        return said;
    }

    private void change(Breach read, Consumer<RecordText> edit) {
        changes.save(new LocalChange(new RecordKey(ColdChainTables.BREACH, read.id()), before -> {
            boolean same = breaches.findById(read.id())
                    .filter(row -> row.breach().version() == read.version())
                    .isPresent();
            if (!same || before.isEmpty()) {
                throw new BreachChanged(read.id());
            }
            RecordText record = new RecordText(before);
            edit.accept(record);
            return Optional.of(record.text());
        }));
        events.publishEvent(new ColdChainChanged(read.storeId()));
    }
}
