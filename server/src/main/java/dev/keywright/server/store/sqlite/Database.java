package dev.keywright.server.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens connections to one SQLite file. Pragmas go into a connection's properties: of a string of several only the first would apply. */
public final class Database {
    private static final String FILE = "keywright.db";

    /** After how many pages SQLite copies the log into the database by itself. {@link Checkpoints} come long before. */
    private static final int CHECKPOINT_PAGES = 4 * Checkpoints.MANY;

    private final Path file;
    private final Durability durability;
    private final String url;
    private final Properties properties = new Properties();

    /** The database of a data folder. */
    public Database(Path folder, Durability durability) {
        this.file = folder.resolve(FILE);
        this.durability = durability;
        url = JDBC.PREFIX + file;
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", durability.synchronous());
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("temp_store", "MEMORY");
        properties.setProperty("cache_size", "-16384");
        properties.setProperty("busy_timeout", "5000");
        properties.setProperty("journal_size_limit", "67108864");
        properties.setProperty("wal_autocheckpoint", Integer.toString(CHECKPOINT_PAGES));
        properties.setProperty("transaction_mode", "IMMEDIATE");
    }

    /** The JDBC URL, for migrations. */
    String url() {
        return url;
    }

    /** The file that holds the tables. */
    Path file() {
        return file;
    }

    /**
     * Whether there is one. Beside a log that was left behind, a file that is not there is none that is new: SQLite finds out
     * what the log is worth.
     */
    boolean isThere() {
        return Files.exists(file) || Files.exists(logFile());
    }

    /** The file that SQLite appends commits to. */
    Path logFile() {
        return logOf(file);
    }

    /** Where SQLite looks for the log of a database file. */
    static Path logOf(Path file) {
        return Path.of(file + "-wal");
    }

    /** What one of its files must be synced to; the database has been written to. */
    Disk disk(Path of) throws IOException {
        return switch (durability) {
            case SYNCED -> SyncedFile.open(of);
            case NOT_SYNCED -> new NoDisk();
        };
    }

    /** A new connection. */
    public Connection open() throws SQLException {
        return JDBC.createConnection(url, properties);
    }
}
