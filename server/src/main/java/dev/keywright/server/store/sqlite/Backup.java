package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sql.NewerVersionException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Copies the database of a data folder into one file, whether a server runs on the folder or not. It reads as any reader of
 * the database does: the server writes on, only that its log cannot begin anew before the copy is done.
 */
public final class Backup {
    private Backup() {}

    /**
     * Writes the file, which only its owner can read, as the database is at one moment. Refuses a file that is there, a
     * folder without a database, and one that a newer Keywright wrote; a database of an older one is copied as it is.
     */
    public static void write(Path folder, Path file) {
        if (Files.exists(file)) {
            throw taken(file);
        }
        Database database = new Database(folder, Durability.SYNCED);
        if (Files.notExists(database.file())) {
            throw new StoreUnavailableException(
                    "there is no database in the data folder " + folder + "; name another with --data");
        }
        try (Connection connection = database.open()) {
            if (Migrations.version(connection).isEmpty()) {
                throw new StoreUnavailableException(database.file() + " is no Keywright database");
            }
            write(connection, file);
        } catch (NewerVersionException e) {
            throw new StoreUnavailableException(database.file() + " cannot be backed up: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StoreUnavailableException(
                    "the database in " + folder + " cannot be copied into " + file + ": " + e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw taken(file);
        } catch (NoSuchFileException e) {
            throw new StoreUnavailableException(file + " cannot be written: its folder is not there", e);
        } catch (IOException e) {
            throw new StoreUnavailableException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static StoreUnavailableException taken(Path file) {
        return new StoreUnavailableException(file + " is there already; name a file that is not there yet");
    }

    private static void write(Connection connection, Path file) throws IOException, SQLException {
        try (FreshFile copy = FreshFile.amongOthers(file)) {
            copy(connection, copy.writing());
            copy.nameForGood();
        }
    }

    /** Whole: what is in the log is in it too. The target must be empty. */
    static void copy(Connection connection, Path target) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toString());
            statement.execute();
        }
    }
}
