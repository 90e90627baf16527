package org.relais.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that asks the database of each query how it carries it out, with the query's own parameters. */
public final class ExplainedQueries extends DelegatingDataSource {

    private final List<Access> plan = new ArrayList<>();

    public ExplainedQueries(DataSource database) {
        super(database);
    }

    /**
     * How a query gets at the rows of a table.
     *
     * @param type as the database calls it: {@code ALL} reads the whole table, {@code index} a whole index
     * @param key the index; null for none
     * @param extra what it does besides
     */
    public record Access(String table, String type, String key, String extra) {}

    /** What was asked since the last time. */
    public List<Access> plan() {
        List<Access> told = List.copyOf(plan);
        plan.clear();
        return told;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            Object made = call(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? explained((PreparedStatement) made, connection.prepareStatement("explain " + arguments[0]))
                    : made;
        });
    }

    private PreparedStatement explained(PreparedStatement query, PreparedStatement explanation) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().equals("executeQuery")) {
                keep(explanation);
            } else if (method.getName().startsWith("set") && method.getParameterCount() > 1) {
                call(explanation, method, arguments);
            }
            return call(query, method, arguments);
        });
    }

    private void keep(PreparedStatement explanation) throws SQLException {
        try (explanation;
                ResultSet rows = explanation.executeQuery()) {
            while (rows.next()) {
                plan.add(new Access(
                        rows.getString("table"),
                        rows.getString("type"),
                        rows.getString("key"),
                        rows.getString("Extra")));
            }
        }
    }

    private interface Handler {

        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
