package dev.keywright.server.store.postgres;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.Tap;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** One server's way to a database, with a tap on it. Nobody waits before trying again; how often was tried is written down. */
final class Node {
    private final String database;
    private final Tap tap = new Tap();
    private final List<Integer> pauses = Collections.synchronizedList(new ArrayList<>());

    Node(String database) {
        this.database = database;
    }

    /** Opens the store as this node sees it. */
    Store open() {
        try {
            return PostgresStore.open(this::source, pauses::add, new SecureRandom());
        } catch (SQLException e) {
            throw new StoreUnavailableException("not opened", e);
        }
    }

    private DataSource source(Isolation isolation) {
        DataSource source = Server.one().address(database).dataSource(isolation);
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(source, arguments);
                        return result instanceof Connection connection ? tap.on(connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    Tap tap() {
        return tap;
    }

    /** After how many attempts somebody was to wait, each time. */
    List<Integer> pauses() {
        return List.copyOf(pauses);
    }

    /** The sessions of the database, by the number of their process. */
    Set<Integer> sessions() {
        try (Connection connection = Server.one()
                        .address(database)
                        .dataSource(Isolation.STATEMENT)
                        .getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pid FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")) {
            Set<Integer> sessions = new HashSet<>();
            while (row.next()) {
                sessions.add(row.getInt(1));
            }
            return sessions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every session of the database but that of whoever asks, as a restart of the server would. */
    void endSessions() {
        Server.one()
                .run(
                        database,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND pid <> pg_backend_pid()");
    }
}
