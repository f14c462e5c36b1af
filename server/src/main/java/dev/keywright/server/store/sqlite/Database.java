package dev.keywright.server.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens connections to one SQLite file. Pragmas go into a connection's properties: of a string of several only the first would apply. */
public final class Database {
    private static final String FILE = "keywright.db";

    private final String url;
    private final Properties properties = new Properties();

    /** The database of a data folder. */
    public Database(Path folder, Durability durability) {
        url = JDBC.PREFIX + folder.resolve(FILE);
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", durability.synchronous());
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("temp_store", "MEMORY");
        properties.setProperty("cache_size", "-16384");
        properties.setProperty("busy_timeout", "5000");
        properties.setProperty("journal_size_limit", "67108864");
        properties.setProperty("transaction_mode", "IMMEDIATE");
    }

    /** The JDBC URL, for migrations. */
    String url() {
        return url;
    }

    /** A new connection. */
    public Connection open() throws SQLException {
        return JDBC.createConnection(url, properties);
    }
}
