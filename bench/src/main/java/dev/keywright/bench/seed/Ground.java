package dev.keywright.bench.seed;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.postgres.Address;
import dev.keywright.server.store.postgres.PostgresStore;
import dev.keywright.server.store.sqlite.Database;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Where a server is to find its data; empty so far. */
public sealed interface Ground {
    /** Opens the store there, through the server's own port. */
    Store open();

    /** Opens a connection past the port. */
    Connection connect() throws SQLException;

    /** Lists name and definition of each index of authorizations but that of the primary key. */
    String indexes();

    /** What brings to rest what millions of new rows have left behind: a server would else share its disk with that. */
    List<String> settling();

    /** The arguments by which a server is told. */
    List<String> arguments();

    /** A data folder. */
    record Folder(Path data) implements Ground {
        private static final int CACHE_MEBIBYTES = 64;

        @Override
        public Store open() {
            return SqliteStore.open(data, Durability.NOT_SYNCED, CACHE_MEBIBYTES, new SplittableRandom(1));
        }

        @Override
        public Connection connect() throws SQLException {
            return new Database(data, Durability.NOT_SYNCED).open();
        }

        @Override
        public String indexes() {
            return "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'authorization' AND sql IS NOT NULL";
        }

        @Override
        public List<String> settling() {
            return List.of("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        @Override
        public List<String> arguments() {
            return List.of("--data", data.toString());
        }
    }

    /** A database of a PostgreSQL on this machine, which lets this user in without a password. */
    record Postgres(int port, String user, String name) implements Ground {
        private String place() {
            return "127.0.0.1:" + port + "/" + name;
        }

        private String jdbcUrl() {
            return "jdbc:postgresql://" + place();
        }

        @Override
        public Store open() {
            return PostgresStore.open(new Address(jdbcUrl(), Optional.of(user), Optional.empty()), new SecureRandom());
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl() + "?user=" + user);
        }

        @Override
        public String indexes() {
            return "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'authorization'"
                    + " AND indexname NOT IN (SELECT conname FROM pg_constraint)";
        }

        @Override
        public List<String> settling() {
            return List.of("VACUUM ANALYZE", "CHECKPOINT");
        }

        @Override
        public List<String> arguments() {
            return List.of("--database", "postgresql://" + user + "@" + place());
        }
    }
}
