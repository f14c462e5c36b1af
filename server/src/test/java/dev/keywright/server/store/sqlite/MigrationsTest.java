package dev.keywright.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database gets the tables of today whatever it was before: nothing, an old one, or one that is up to date. */
class MigrationsTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void aDatabase() {
        database = new Database(folder, Durability.NOT_SYNCED);
    }

    @Test
    void aNewFileIsWhatEveryMigrationMakesOfAnEmptyOne() throws Exception {
        Database migrated = new Database(Files.createDirectory(folder.resolve("migrated")), Durability.NOT_SYNCED);
        Migrations.of(migrated.url()).migrate();

        Migrations.run(database);

        assertThat(tables(database)).isNotEmpty().isEqualTo(tables(migrated));
        assertThat(Migrations.of(database.url()).info().pending()).isEmpty();
    }

    @Test
    void theNewestVersionIsThatOfTheLastMigration() {
        MigrationInfo[] all = Migrations.of(database.url()).info().all();

        assertThat(all[all.length - 1].getVersion()).hasToString(Migrations.NEWEST);
    }

    @Test
    void anOldFileGetsWhatItLacks() throws Exception {
        Migrations.run(database);
        String[] original = tables(database).toArray(String[]::new);
        change("DROP TABLE sign_in_failure");
        change("DELETE FROM flyway_schema_history WHERE version IN ('7', '8')");

        Migrations.run(database);

        assertThat(tables(database)).containsExactlyInAnyOrder(original);
    }

    @Test
    void anOldFileIsCopiedBesideItselfBefore() throws Exception {
        Migrations.run(database);
        change("DROP TABLE sign_in_failure");
        change("DELETE FROM flyway_schema_history WHERE version IN ('7', '8')");
        List<String> old = tables(database);

        Migrations.run(database);

        assertThat(folder.resolve("keywright-version-6.db")).isRegularFile();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(folder.resolve("keywright-version-6.db"), elsewhere.resolve("keywright.db"));
        assertThat(tables(new Database(elsewhere, Durability.NOT_SYNCED))).isEqualTo(old);
    }

    @Test
    void aFileOfANewerReleaseIsRefusedAndStaysAsItIs() throws Exception {
        Migrations.run(database);
        change("UPDATE flyway_schema_history SET version = '10' WHERE version = '" + Migrations.NEWEST + "'");
        List<String> before = tables(database);

        assertThatThrownBy(() -> Migrations.run(database))
                .hasMessage(
                        "a newer Keywright wrote it: its tables have version 10, and this one knows them up to version "
                                + Migrations.NEWEST + "; use the newer one, or go back to a copy of the time before");

        assertThat(tables(database)).isEqualTo(before);
    }

    @Test
    void anEmptyFileBesideALogThatWasLeftBehindGetsItsTables() throws Exception {
        Files.write(database.logFile(), new byte[100]);

        Migrations.run(database);

        assertThat(tables(database)).isNotEmpty();
        assertThat(Migrations.of(database.url()).info().pending()).isEmpty();
    }

    @Test
    void theDatabaseThatIsPackedIsTheSameInEachBuild() throws Exception {
        EmptyDatabase.make(folder.resolve("one.db"));
        EmptyDatabase.make(folder.resolve("two.db"));

        assertThat(folder.resolve("one.db")).hasSameBinaryContentAs(folder.resolve("two.db"));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> tables(Database database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
