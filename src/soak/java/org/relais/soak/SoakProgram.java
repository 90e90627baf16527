package org.relais.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.coldchain.PhoneBatches;
import org.relais.record.LocalChange;
import org.relais.record.Saved;
import org.relais.record.projection.Projections;
import org.relais.run.Trigger;
import org.relais.sync.Engine;
import org.relais.sync.SiteProgram;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** A site as a process of its own, to be killed in a soak. */
final class SoakProgram {

    /** The database did not take it; whoever asked has to ask again. */
    static final String AGAIN = "again";

    private SoakProgram() {}

    public static void main(String[] args) throws IOException, SQLException {
        try (Engine engine = Engine.startAlone(List.of(SoakRooms.class), args)) {
            SiteProgram.serve(engine, order -> {
                try {
                    SiteProgram.answer(obey(engine, order));
                } catch (DataAccessException | TransactionException e) {
                    SiteProgram.answer(AGAIN);
                }
            });
        }
    }

    private static String obey(Engine engine, String[] order) {
        switch (order[0]) {
            case "change" -> {
                return engine
                        .changes()
                        .saveAll(changes(order[1]).stream()
                                .map(change -> change.action() == Action.DELETE
                                        ? LocalChange.deletion(change.key())
                                        : LocalChange.to(change.key(), change.data()))
                                .toList())
                        .stream()
                        .map(saved -> saved instanceof Saved.CannotBeStored ? "-" : "+")
                        .collect(Collectors.joining());
            }
            case "phone" -> {
                new PhoneDay(
                                order[1],
                                Integer.parseInt(order[2]),
                                Integer.parseInt(order[3]),
                                Integer.parseInt(order[4]),
                                Boolean.parseBoolean(order[5]))
                        .send(engine.bean(PhoneBatches.class));
                return "taken";
            }
            case "synchronise" -> {
                return "run "
                        + engine.synchroniser().start(Trigger.PERSON, "soak").id();
            }
            case "rebuild" -> {
                rebuild(engine);
                return String.join(" ", engine.bean(Projections.class).tables());
            }
            case "tables" -> {
                return String.join(" ", engine.bean(Projections.class).tables());
            }
            default -> throw new IllegalArgumentException(order[0]);
        }
    }

    /** Makes the tables that pages ask anew. */
    static void rebuild(Engine engine) {
        Projections projections = engine.bean(Projections.class);
        TransactionTemplate transaction = new TransactionTemplate(engine.bean(PlatformTransactionManager.class));
        engine.jdbc().sql("delete from projection").update();
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> projections.rebuildSome()));
        }
    }

    /** Changes as one word of an order. */
    static String word(List<WireRecord> changes) {
        String lines = changes.stream()
                .map(change -> String.join(
                        "\t",
                        change.key().table(),
                        change.key().id(),
                        change.action().name(),
                        change.data()))
                .collect(Collectors.joining("\n"));
        return Base64.getEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static List<WireRecord> changes(String word) {
        List<WireRecord> changes = new ArrayList<>();
        for (String line : new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8).split("\n")) {
            String[] parts = line.split("\t");
            changes.add(new WireRecord(new RecordKey(parts[0], parts[1]), Action.valueOf(parts[2]), parts[3]));
        }
        return changes;
    }
}
