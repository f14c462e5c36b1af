package dev.keywright.server.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL for the tests of this process: one of its own, without anything installed, or the one whose JDBC URL, with user
 * and password, is in the environment variable {@code TEST_POSTGRESQL}. Each test gets a database of its own, a copy of one
 * that is migrated.
 */
final class Server {
    private static final String TEMPLATE =
            "keywright_template_" + ProcessHandle.current().pid();
    private static final Server ONE = new Server();

    private final String url;
    private final AtomicInteger databases = new AtomicInteger();

    private Server() {
        url = Optional.ofNullable(System.getenv("TEST_POSTGRESQL")).orElseGet(Server::embedded);
        administer("CREATE DATABASE " + TEMPLATE);
        try {
            Migrations.run(address(TEMPLATE).dataSource(Isolation.STATEMENT));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Server one() {
        return ONE;
    }

    private static String embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "300")
                    .start();
            return postgres.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database with all tables, and nothing in them. */
    synchronized String database() {
        String name = TEMPLATE + "_" + databases.incrementAndGet();
        administer("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return name;
    }

    void drop(String database) {
        administer("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    Address address(String database) {
        return new Address(
                url.replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1"), Optional.empty(), Optional.empty());
    }

    /** Runs a statement in a session of its own. */
    void run(String database, String sql) {
        try (Connection connection =
                        address(database).dataSource(Isolation.STATEMENT).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void administer(String sql) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        try (Connection connection = ((DataSource) source).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
