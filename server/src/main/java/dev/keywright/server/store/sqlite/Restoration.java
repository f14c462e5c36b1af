package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sql.NewerVersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;

/**
 * A backup on its way into a data folder, which this process owns meanwhile. It is copied and found to be sound first, and is
 * the folder's database only once it is {@linkplain #complete completed}: there is room between for what has to be done before any
 * server can start on it.
 */
public final class Restoration implements AutoCloseable {
    private final FolderLock lock;
    private final FreshFile copy;

    private Restoration(FolderLock lock, FreshFile copy) {
        this.lock = lock;
        this.copy = copy;
    }

    /**
     * Copies a backup into a folder, which is made when it is not there, under a name that no server reads. Refuses a folder
     * that is in use or has a database, and a file that is no sound database of this Keywright or an older one.
     */
    public static Restoration prepare(Path folder, Path file) {
        refuseUnreadable(file);
        FolderLock lock = FolderLock.own(folder);
        try {
            return new Restoration(lock, copied(new Database(folder, Durability.SYNCED), folder, file));
        } catch (IOException e) {
            throw released(
                    lock,
                    new StoreUnavailableException(
                            file + " cannot be copied into the data folder " + folder + ": " + e.getMessage(), e));
        } catch (StoreUnavailableException e) {
            throw released(lock, e);
        }
    }

    private static void refuseUnreadable(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreUnavailableException("there is no file " + file + " to restore");
        }
        // What a server that stopped in order, or a copy, leaves is one file.
        if (Files.exists(Database.logOf(file))) {
            throw new StoreUnavailableException(file + " is not whole: a part of it is in the log that lies beside it;"
                    + " take one that keywright backup wrote");
        }
    }

    private static FreshFile copied(Database database, Path folder, Path file) throws IOException {
        if (database.isThere()) {
            throw new StoreUnavailableException("the data folder " + folder
                    + " holds a database already; move its files away, or name another folder with --data");
        }
        FreshFile copy = FreshFile.inOwnFolder(database.file());
        try {
            Files.copy(file, copy.writing(), StandardCopyOption.REPLACE_EXISTING);
            refuseUnsound(copy.writing(), file);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static void refuseUnsound(Path copy, Path file) {
        try (Connection connection = openAsItIs(copy)) {
            String finding = integrity(connection);
            if (!finding.equals("ok")) {
                throw damaged(file, finding);
            }
            if (Migrations.version(connection).isEmpty()) {
                throw foreign(file);
            }
        } catch (NewerVersionException e) {
            throw new StoreUnavailableException(file + " cannot be restored: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code
                    ? foreign(file)
                    : damaged(file, String.valueOf(e.getMessage()));
        }
    }

    /** Nobody else has the copy, and nothing is to come to lie beside it: not even the log that a database is opened with. */
    private static Connection openAsItIs(Path copy) throws SQLException {
        return JDBC.createConnection(JDBC.PREFIX + copy.toUri() + "?immutable=1", new Properties());
    }

    private static String integrity(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            return row.getString(1);
        }
    }

    private static StoreUnavailableException damaged(Path file, String finding) {
        return new StoreUnavailableException(file + " is damaged; restore another backup: " + finding);
    }

    private static StoreUnavailableException foreign(Path file) {
        return new StoreUnavailableException(
                file + " is no Keywright database; name a file that keywright backup wrote");
    }

    private static StoreUnavailableException released(FolderLock lock, StoreUnavailableException why) {
        try {
            lock.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        return why;
    }

    /** Makes it the database of the folder; when it returns, that is on the disk. */
    public void complete() {
        try {
            copy.nameForGood();
        } catch (IOException e) {
            throw new StoreUnavailableException("the backup could not be put into place: " + e.getMessage(), e);
        }
    }

    /** Leaves the folder; a backup that was not completed is deleted from it. */
    @Override
    public void close() {
        try (lock;
                copy) {
            // The copy first: nobody else may be about to make it.
        } catch (IOException e) {
            throw new StoreUnavailableException("the data folder could not be tidied: " + e.getMessage(), e);
        }
    }
}
