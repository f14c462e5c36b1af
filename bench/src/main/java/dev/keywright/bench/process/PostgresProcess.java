package dev.keywright.bench.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A PostgreSQL of its own, in a folder on the disk that is to be measured, with the settings that it comes with. */
public final class PostgresProcess implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private PostgresProcess(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it; when this returns it answers. */
    public static PostgresProcess start(Path folder) throws IOException {
        return new PostgresProcess(EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                // The library made for tests turns off what keeps commits.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start());
    }

    /** Where it listens, on this machine. */
    public int port() {
        return postgres.getPort();
    }

    /** Whom it lets in without a password. */
    public String user() {
        return "postgres";
    }

    /** The database that is there from the start. */
    public String database() {
        return "postgres";
    }

    /** Where it listens, whom it lets in and the database, as JDBC has it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database() + "?user=" + user();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
