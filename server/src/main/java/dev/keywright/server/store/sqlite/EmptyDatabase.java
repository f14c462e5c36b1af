package dev.keywright.server.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.JDBC;

/** Makes the database that new data folders begin with: every migration run on an empty file. Called when the server is built. */
final class EmptyDatabase {
    private EmptyDatabase() {}

    /** Takes the file to make, which is the same in each build: when it was made is not in it. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Logger quiet = Logger.getLogger("org.flywaydb");
        quiet.setLevel(Level.WARNING);
        make(Path.of(arguments[0]));
    }

    static void make(Path file) throws IOException, SQLException {
        Files.deleteIfExists(file);
        Files.createDirectories(file.toAbsolutePath().getParent());
        String url = JDBC.PREFIX + file;
        Migrations.of(url).migrate();
        try (Connection connection = JDBC.createConnection(url, new java.util.Properties());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE flyway_schema_history SET installed_on = '1970-01-01 00:00:00', execution_time = 0");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("VACUUM");
        }
    }
}
