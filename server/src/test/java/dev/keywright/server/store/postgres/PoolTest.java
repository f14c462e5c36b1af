package dev.keywright.server.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a pool survives. */
class PoolTest {
    private final Address schema = Server.one().schema();
    private final AtomicBoolean lost = new AtomicBoolean();

    @Test
    void whenItsFirstConnectionIsLostAsItIsMadeItOpensAnother() throws SQLException {
        try (Pool pool = new Pool("first", this::losingTheFirst, Isolation.SERIALIZABLE, true, 1, 0)) {
            boolean valid = pool.inTurn(connection -> connection.isValid(1));

            assertThat(valid).isTrue();
            assertThat(lost).isTrue();
        }
    }

    private DataSource losingTheFirst(Isolation isolation) {
        DataSource source = schema.dataSource(isolation);
        return proxy(
                DataSource.class,
                (method, result) -> result instanceof Connection connection ? losing(connection) : result,
                source);
    }

    private Connection losing(Connection connection) {
        return proxy(
                Connection.class,
                (method, result) -> {
                    if (method.equals("getTransactionIsolation") && lost.compareAndSet(false, true)) {
                        throw new SQLException("made to be lost", "08006");
                    }
                    return result;
                },
                connection);
    }

    private interface Change {
        Object of(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Change change, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return change.of(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
