package dev.keywright.server.store.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of a database up to date; of several nodes that start at once one does it while the others wait. */
final class Migrations {
    /** The last one there is. */
    static final String NEWEST = "1";

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String LAST_DONE =
            "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1";

    private Migrations() {}

    /** What there is to do, in order. */
    static Flyway of(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:dev/keywright/server/store/postgres/migrations")
                .load();
    }

    /** Does what there is to do. Flyway takes a third of a second to say that there is nothing, and one read tells as well. */
    static void run(DataSource database) throws SQLException {
        if (!lastDone(database).equals(NEWEST)) {
            of(database).migrate();
        }
    }

    private static String lastDone(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAST_DONE)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return "";
            }
            throw e;
        }
    }
}
