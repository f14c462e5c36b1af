package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.sqlite.SqliteStore.ConnectionSource;
import dev.keywright.server.store.sqlite.SqliteStore.DiskSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands between a store and SQLite: writes down every statement that runs, and lets one fail when it is told to. */
final class Wire {
    private final Database database;
    private final Path folder;
    private final List<String> statements = new ArrayList<>();
    private final List<Connection> opened = new ArrayList<>();
    private Optional<Failing> failing = Optional.empty();
    private volatile Optional<Watching> watching = Optional.empty();

    Wire(Path folder) {
        this.folder = folder;
        this.database = new Database(folder, Durability.NOT_SYNCED);
    }

    /** Decides which statements fail. */
    interface Failing {
        /** Whether this one fails, which is about to run. */
        boolean fails(String sql);
    }

    /** Told of each statement, on the thread that ran it, before what it read is used. */
    interface Watching {
        /** Called when the statement ran. */
        void ran(String sql);
    }

    /** Opens a store over this. */
    Store open(int cacheMebibytes) {
        return open(cacheMebibytes, database::log);
    }

    /** Opens a store over this, and over a disk of one's own. */
    Store open(int cacheMebibytes, DiskSource disk) {
        return SqliteStore.open(folder, database, source(), disk, cacheMebibytes, new SecureRandom());
    }

    private ConnectionSource source() {
        return () -> {
            Connection connection = database.open();
            synchronized (this) {
                opened.add(connection);
            }
            return proxy(Connection.class, (method, arguments) -> {
                Object result = method.invoke(connection, arguments);
                return result instanceof PreparedStatement statement
                        ? watched(statement, String.valueOf(arguments[0]))
                        : result;
            });
        };
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return method.invoke(statement, arguments);
            }
            run(sql.strip());
            Object result = method.invoke(statement, arguments);
            watching.ifPresent(watcher -> watcher.ran(sql.strip()));
            return result;
        });
    }

    private synchronized void run(String sql) throws SQLException {
        statements.add(sql);
        if (failing.isPresent() && failing.get().fails(sql)) {
            throw new SQLException("made to fail");
        }
    }

    /** The connection that the store writes with. */
    synchronized Connection writing() {
        return opened.getFirst();
    }

    /** Lets statements fail from now on. */
    synchronized void fail(Failing which) {
        failing = Optional.of(which);
    }

    /** Lets them succeed again. */
    synchronized void mend() {
        failing = Optional.empty();
    }

    /** Tells of each statement from now on. */
    void watch(Watching watcher) {
        watching = Optional.of(watcher);
    }

    /** Forgets what ran. */
    synchronized void forget() {
        statements.clear();
    }

    /** The first word of each statement that ran since {@link #forget}. */
    synchronized List<String> verbs() {
        return statements.stream().map(sql -> sql.split("\\s+", 2)[0]).toList();
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
