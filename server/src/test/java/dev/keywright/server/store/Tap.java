package dev.keywright.server.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Sits on connections: writes down every statement and commit, and lets a test come in before and after each. */
public final class Tap {
    private final List<String> statements = new ArrayList<>();
    private volatile Hook before = sql -> {};
    private volatile Hook after = sql -> {};

    /** Called on the thread that runs the statement; what it throws is what the caller gets. */
    public interface Hook {
        /** About this statement. */
        void on(String sql) throws SQLException;
    }

    /** A connection with this on it. */
    public Connection on(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                return ran("COMMIT", () -> method.invoke(connection, arguments));
            }
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement
                    ? tapped(statement, String.valueOf(arguments[0]).strip())
                    : result;
        });
    }

    private PreparedStatement tapped(PreparedStatement statement, String sql) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> method.getName().startsWith("execute")
                        ? ran(sql, () -> method.invoke(statement, arguments))
                        : method.invoke(statement, arguments));
    }

    private interface Run {
        Object run() throws ReflectiveOperationException;
    }

    private Object ran(String sql, Run run) throws ReflectiveOperationException, SQLException {
        synchronized (statements) {
            statements.add(sql);
        }
        before.on(sql);
        Object result = run.run();
        after.on(sql);
        return result;
    }

    /** Comes in before each statement from now on. */
    public void before(Hook hook) {
        before = hook;
    }

    /** Comes in after each statement that succeeded, from now on. */
    public void after(Hook hook) {
        after = hook;
    }

    /** Comes in no more. */
    public void leave() {
        before = sql -> {};
        after = sql -> {};
    }

    /** Forgets what ran. */
    public void forget() {
        synchronized (statements) {
            statements.clear();
        }
    }

    /** The first word of each statement that ran since {@link #forget}. */
    public List<String> verbs() {
        synchronized (statements) {
            return statements.stream().map(sql -> sql.split("\\s+", 2)[0]).toList();
        }
    }

    private interface Handler {
        Object call(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return handler.call(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
