package dev.keywright.server.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A PostgreSQL for the tests of this process: one of its own, without anything installed, or the one whose URL is in the
 * environment variable {@code TEST_POSTGRESQL}, as {@code postgresql://user:password@host:5432/postgres}. A test gets a
 * database of its own, a copy of one that is migrated; those of a contract, which are many and want nothing but tables, get a
 * schema each in one that they share.
 */
public final class Server {
    private static final String TEMPLATE =
            "keywright_template_" + ProcessHandle.current().pid();
    private static final String SHARED = TEMPLATE + "_shared";
    private static final Server ONE = new Server();

    private final URI server;
    private final AtomicInteger databases = new AtomicInteger();
    private final AtomicInteger schemas = new AtomicInteger();
    private final String tables;

    private Server() {
        server =
                URI.create(Optional.ofNullable(System.getenv("TEST_POSTGRESQL")).orElseGet(Server::embedded));
        administer("CREATE DATABASE " + TEMPLATE);
        DataSource template = address(TEMPLATE).dataSource(Isolation.STATEMENT);
        Migrations.of(template).migrate();
        tables = Arrays.stream(Migrations.of(template).info().all())
                .map(migration -> script(migration.getScript()))
                .collect(Collectors.joining("\n"));
        copy(SHARED);
    }

    private static String script(String name) {
        try (InputStream in = Server.class.getResourceAsStream("migrations/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of this process. */
    public static Server one() {
        return ONE;
    }

    private static String embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    // It takes a second, but not while everything else is tested beside it.
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "300")
                    .start();
            return "postgresql://postgres@localhost:" + postgres.getPort() + "/postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database with all tables, and nothing in them. */
    public synchronized String database() {
        String name = TEMPLATE + "_" + databases.incrementAndGet();
        copy(name);
        return name;
    }

    private void copy(String name) {
        // Not block by block through the log, which takes five times as long for one that is this small.
        administer("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY FILE_COPY");
    }

    /** A new schema with all tables, and nothing in them. It takes a fraction of what a database takes, and nobody drops it. */
    public Address schema() {
        String name = "test_" + schemas.incrementAndGet();
        run(
                SHARED,
                "CREATE SCHEMA " + name + "; SET search_path = " + name + ";\n" + tables
                        + ";CREATE TABLE flyway_schema_history AS TABLE public.flyway_schema_history");
        return address(SHARED + "?currentSchema=" + name);
    }

    /** Deletes a database, whoever is connected to it. */
    public void drop(String database) {
        administer("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    /** Where a database is, as the setting has it. */
    public String url(String database) {
        return server.resolve("/" + database).toString();
    }

    /** Where a database is, as the store has it. */
    public Address address(String database) {
        String[] who = server.getUserInfo().split(":", 2);
        return new Address(
                "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + "/" + database,
                Optional.of(who[0]),
                who.length < 2 ? Optional.empty() : Optional.of(who[1]));
    }

    private void administer(String sql) {
        run(server.getPath().substring(1), sql);
    }

    /** Runs a statement in a session of its own. */
    void run(String database, String sql) {
        run(address(database), sql);
    }

    /** Runs a statement in a session of its own. */
    void run(Address where, String sql) {
        try (Connection connection = where.dataSource(Isolation.STATEMENT).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
