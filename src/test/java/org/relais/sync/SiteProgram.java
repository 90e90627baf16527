package org.relais.sync;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.relais.catalogue.Action;
import org.relais.catalogue.WireRecord;
import org.relais.record.LocalChange;
import org.relais.record.Saved;
import org.relais.run.Trigger;

/**
 * A site as a process of its own, to be killed. It takes one order a line and answers each with a line; when its input ends,
 * because whoever started it is gone, it stops in good order.
 */
public final class SiteProgram {

    /** Answers begin so; other lines are the log's. */
    static final String ANSWER = "@site ";

    private SiteProgram() {}

    public static void main(String[] args) throws IOException, SQLException {
        try (Engine engine = Engine.startAlone(args)) {
            serve(engine, order -> obey(engine, order));
        }
    }

    /** Takes orders for a site that has started; each of them is to be answered by {@link #answer}. */
    public static void serve(Engine engine, Consumer<String[]> obeying) throws IOException, SQLException {
        HikariDataSource database = engine.bean(DataSource.class).unwrap(HikariDataSource.class);
        answer(database.getJdbcUrl() + "&user=" + database.getUsername() + "&password=" + database.getPassword());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            obeying.accept(order.split(" "));
        }
    }

    private static void obey(Engine engine, String[] order) {
        switch (order[0]) {
            case "work" -> {
                LocalWork work =
                        new LocalWork(Integer.parseInt(order[1]), Integer.parseInt(order[2]), order[3], order[4]);
                List<Saved> saved = engine.changes()
                        .saveAll(
                                work.changes().stream().map(SiteProgram::change).toList());
                if (!saved.stream().allMatch(Saved.Stored.class::isInstance)) {
                    throw new IllegalStateException("not stored: " + saved);
                }
                answer("worked");
            }
            case "synchronise" ->
                answer("run "
                        + engine.synchroniser().start(Trigger.PERSON, "pharma").id());
            case "start-over" ->
                answer("run "
                        + engine.bean(StartOver.class).begin(order[1], "pharma").id());
            default -> throw new IllegalArgumentException(order[0]);
        }
    }

    private static LocalChange change(WireRecord change) {
        return change.action() == Action.DELETE
                ? LocalChange.deletion(change.key())
                : LocalChange.to(change.key(), change.data());
    }

    /** Answers the order that was taken last. */
    public static void answer(String text) {
        System.out.println(ANSWER + text);
        System.out.flush();
    }
}
