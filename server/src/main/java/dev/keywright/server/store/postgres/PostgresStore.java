package dev.keywright.server.store.postgres;

import dev.keywright.protocol.Uuids;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sql.Engine;
import dev.keywright.server.store.sql.SqlAuthorizations;
import dev.keywright.server.store.sql.SqlStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** The port on one PostgreSQL database, which any number of nodes may have open. */
public final class PostgresStore {
    // Beside those of the lanes.
    private static final int WRITING = 6;
    private static final int READING = 6;
    private static final int ROWS = 2;

    private PostgresStore() {}

    /** Opens connections; a test may count or fail what goes through them. */
    interface Source {
        /** Opens those whose transactions see others in this way. */
        DataSource of(Isolation isolation);
    }

    /**
     * Opens the store of a database and brings its tables up to date.
     *
     * @param random makes the ids of copied pages and of operations, and how long those wait who were in each other's way;
     *     it must be safe to share
     */
    public static Store open(Address address, RandomGenerator random) {
        try {
            address.check();
            return open(address::dataSource, Pause.growing(random), random);
        } catch (SQLException | FlywayException e) {
            throw new StoreUnavailableException("the database " + address + " cannot be opened: " + e.getMessage(), e);
        }
    }

    static Store open(Source source, Pause pause, RandomGenerator random) throws SQLException {
        try (Connection connection = source.of(Isolation.SERIALIZABLE).getConnection()) {
            refuseWeaker(connection);
            Migrations.run(connection, source.of(Isolation.STATEMENT));
        }
        Pool writing = new Pool("writing", source, Isolation.SERIALIZABLE, false, WRITING, Lanes.CODES);
        Pool reading = new Pool("reading", source, Isolation.SNAPSHOT, true, READING, 0);
        Pool rows = new Pool("rows", source, Isolation.KEYED_STATEMENT, true, ROWS, Lanes.ROWS);
        Lanes lanes = new Lanes(writing, rows, pause, random);
        PostgresNames names = new PostgresNames(lanes::nameRevision);
        PostgresTransactions transactions = new PostgresTransactions(writing, reading, rows, names, new Retry(pause));
        return new SqlStore(new Engine(
                transactions,
                names,
                new PostgresAuthorizations(lanes, new SqlAuthorizations(transactions, random)),
                new PostgresGrants(lanes, names),
                lanes::count,
                new PostgresLeases(transactions, Uuids.random(random)),
                new Now(transactions),
                () -> close(writing, reading, rows, lanes)));
    }

    /** A pooler in between may drop what a session is to begin with, and transactions would be weaker without a word. */
    private static void refuseWeaker(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW transaction_isolation")) {
            String level = row.next() ? String.valueOf(row.getString(1)) : "unknown";
            if (!level.equals(Isolation.SERIALIZABLE.level())) {
                throw new SQLException("its transactions are " + level + " although " + Isolation.SERIALIZABLE.level()
                        + " ones were asked for; let nothing between here and the server drop startup options");
            }
        }
    }

    @SuppressWarnings("try") // They are named to be closed.
    private static void close(Pool writing, Pool reading, Pool rows, Lanes lanes) {
        try (writing;
                reading;
                rows;
                lanes) {
            // In the order of lanes, rows, reading, writing: what waits in a lane still needs its connection.
        }
    }
}
