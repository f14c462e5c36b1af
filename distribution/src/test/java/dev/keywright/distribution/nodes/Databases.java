package dev.keywright.distribution.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.distribution.Seeds;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.postgres.Address;
import dev.keywright.server.store.postgres.PostgresStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A primary, whose every commit waits until the synchronous standby beside it has it on disk, and that standby. */
final class Databases implements AutoCloseable {
    private static final String NAME = "keywright";
    private static final String STANDBY = "standby";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Postgres primary;
    private final Postgres standby;

    private Databases(Postgres primary, Postgres standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /** How a primary ends. */
    enum Death {
        /** All its processes in one moment, as when the machine goes. */
        MACHINE,
        /** PostgreSQL's own immediate stop. */
        IMMEDIATE_STOP
    }

    /**
     * What pairs are started from.
     *
     * @param programs the folder of PostgreSQL's programs
     * @param data the folder of a stopped server's data, with a database of a few people
     */
    record Prepared(Path programs, Path data) {}

    /** Makes the data in a new folder, with so many people in it. */
    static Prepared prepare(Path data, int people) throws IOException, InterruptedException, SQLException {
        Path programs;
        // It brings the programs, and knows how to make the data.
        try (EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setPGStartupWait(Duration.ofSeconds(Postgres.PATIENCE_SECONDS))
                        .start();
                Connection connection = embedded.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            row.next();
            programs = Path.of(row.getString(1));
            statement.execute("CREATE DATABASE " + NAME);
        }
        try (Postgres postgres = Postgres.start(programs, data)) {
            try (Store store = open(postgres)) {
                store.fill(Seeds.world(people));
            }
            postgres.execute(NAME, "ALTER SYSTEM SET synchronous_standby_names = '" + STANDBY + "'");
            postgres.stop();
        }
        return new Prepared(programs, data);
    }

    /** Starts a pair on copies of that data. */
    static Databases start(Prepared prepared, Path folder) throws IOException, InterruptedException {
        Path first = copy(prepared.data(), folder.resolve("first"));
        Path second = copy(prepared.data(), folder.resolve("second"));
        Postgres.run("touch", second.resolve("standby.signal").toString());
        Postgres primary = Postgres.start(prepared.programs(), first);
        String follows = "primary_conninfo=host=127.0.0.1 port=" + primary.port() + " user=" + Postgres.USER
                + " application_name=" + STANDBY;
        try {
            Databases databases = new Databases(primary, Postgres.start(prepared.programs(), second, follows));
            databases.awaitSynchronous();
            return databases;
        } catch (IllegalStateException e) {
            primary.close();
            throw e;
        }
    }

    /** Only then a failover loses nothing. */
    private void awaitSynchronous() throws InterruptedException {
        primary.await(NAME, "SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'");
    }

    private static Path copy(Path from, Path to) {
        Postgres.run("cp", "-a", from.toString(), to.toString());
        return to;
    }

    /** Where the primary listens, and where the standby does. */
    List<Integer> ports() {
        return List.of(primary.port(), standby.port());
    }

    /** What nodes are told to find either behind these ports. */
    static String url(List<Integer> ports, String options) {
        List<String> hosts = ports.stream().map(port -> "127.0.0.1:" + port).toList();
        return "postgresql://" + Postgres.USER + "@" + String.join(",", hosts) + "/" + NAME + "?" + options;
    }

    /** The store on the primary. */
    Store open() {
        return open(primary);
    }

    private static Store open(Postgres postgres) {
        return PostgresStore.open(
                new Address(postgres.url(NAME), Optional.of(Postgres.USER), Optional.empty()), RANDOM);
    }

    /** Ends the primary; when this returns nothing of it is left. */
    void killPrimary(Death how) {
        switch (how) {
            case MACHINE -> primary.destroy();
            case IMMEDIATE_STOP -> primary.stopAtOnce();
        }
    }

    /** Makes the standby the primary, which goes on alone: else its commits would wait for a standby of its own. */
    void promoteStandby() throws SQLException {
        standby.execute(NAME, "ALTER SYSTEM SET synchronous_standby_names = ''");
        standby.execute(NAME, "SELECT pg_reload_conf()");
        standby.execute(NAME, "SELECT pg_promote(true, " + Postgres.PATIENCE_SECONDS + ")");
        assertThat(answer("SELECT pg_is_in_recovery()")).isEqualTo("f");
    }

    /** What the promoted database says to a query of one row and one column. */
    String answer(String sql) throws SQLException {
        return standby.answer(NAME, sql);
    }

    @Override
    public void close() {
        primary.close();
        standby.close();
    }
}
