package org.relais.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.relais.exchange.Pipeline;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * A database whose connections break while a run uses them: before a statement, before a commit, or (the nastiest) after a
 * commit, when what was written is there and the writer does not know. Everything outside of runs works.
 */
public final class BrittleDatabase implements BeanPostProcessor {

    private static final Set<String> STATEMENTS = Set.of("prepareStatement", "createStatement");

    private final Random random;
    private volatile double probability;
    private volatile int broken;
    private volatile Error fault;

    /** @param probability that a statement or a commit breaks; 0 never breaks any */
    BrittleDatabase(long seed, double probability) {
        this.random = new Random(seed);
        this.probability = probability;
    }

    void heal() {
        breakWith(0);
    }

    /** From now on a statement or a commit breaks with this probability, where it was above 0 at the start. */
    public void breakWith(double other) {
        probability = other;
    }

    /** The next statement of a run throws what no database does: a fault of the program. */
    void throwNext(Error thrown) {
        fault = thrown;
    }

    int broken() {
        return broken;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return probability > 0 && bean instanceof DataSource database ? brittle(database) : bean;
    }

    private DataSource brittle(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class, AutoCloseable.class},
                (proxy, method, arguments) -> {
                    Object result = call(database, method, arguments);
                    return result instanceof Connection connection ? brittle(connection) : result;
                });
    }

    private Connection brittle(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (STATEMENTS.contains(method.getName())) {
                        maybeBreak("before a statement");
                    } else if (method.getName().equals("commit")) {
                        maybeBreak("before a commit");
                        Object result = call(connection, method, arguments);
                        maybeBreak("after a commit");
                        return result;
                    }
                    return call(connection, method, arguments);
                });
    }

    private synchronized void maybeBreak(String when) throws SQLException {
        Error thrown = fault;
        if (thrown != null && withinARun()) {
            fault = null;
            throw thrown;
        }
        if (probability > 0 && random.nextDouble() < probability && withinARun()) {
            broken++;
            throw new SQLTransientConnectionException("broken on purpose " + when);
        }
    }

    private static boolean withinARun() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == Pipeline.class
                        && frame.getMethodName().equals("run")));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
