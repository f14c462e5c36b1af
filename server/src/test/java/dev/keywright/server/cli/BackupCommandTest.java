package dev.keywright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.keys.KeyFile;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is one file that holds all of a data folder's database, or it is not there. */
class BackupCommandTest {
    @TempDir
    Path temporary;

    private Path data;
    private Path file;
    private Terminal terminal;

    @BeforeEach
    void aFolderWithData() {
        data = temporary.resolve("data");
        file = temporary.resolve("backup.db");
        terminal = Terminal.with(Map.of(
                "KEYWRIGHT_DATA", data.toString(),
                "KEYWRIGHT_KEYS", temporary.resolve("keys").toString()));
        try (Store store = open(data)) {
            store.fill(Sample.world());
        }
    }

    private static Store open(Path folder) {
        return SqliteStore.open(folder, Durability.NOT_SYNCED, 1, new Random(0));
    }

    private String refusal(String... arguments) {
        assertThat(terminal.run(arguments)).isEqualTo(Cli.REFUSED);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).hasLineCount(1);
        return terminal.err().strip();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keywright.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String version(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(version) FROM flyway_schema_history")) {
            return row.getString(1);
        }
    }

    @Test
    void itHoldsWhatTheFolderOfARunningServerHolds() throws Exception {
        try (Store running = open(data)) {
            running.people().setAdmin(Sample.ADA, true);

            assertThat(terminal.run("backup", file.toString()))
                    .as(terminal.err())
                    .isEqualTo(Cli.OK);
        }

        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.copy(file, elsewhere.resolve("keywright.db"));
        try (Store copy = open(elsewhere)) {
            assertThat(copy.world().pages()).hasSameSizeAs(Sample.world().pages());
            assertThat(copy.people().account(Sample.ADA).orElseThrow().admin()).isTrue();
        }
    }

    @Test
    void itIsForItsOwnerAloneAndNothingLiesBesideIt() throws Exception {
        terminal.run("backup", file.toString());

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(files()).containsExactlyInAnyOrder(data, file);
    }

    @Test
    void itSaysThatTheKeysAreNotInIt() throws Exception {
        new KeyFile(temporary.resolve("keys")).readOrCreate(new Random(0));

        terminal.run("backup", file.toString());

        assertThat(terminal.out())
                .startsWith("Wrote " + file + ": the database of " + data)
                .contains("The keys of " + temporary.resolve("keys") + " are not in it");
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() throws Exception {
        Files.writeString(file, "yesterday's");

        assertThat(refusal("backup", file.toString()))
                .isEqualTo("keywright: " + file + " is there already; name a file that is not there yet");

        assertThat(file).hasContent("yesterday's");
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        Path nowhere = temporary.resolve("nowhere/backup.db");

        assertThat(refusal("backup", nowhere.toString()))
                .isEqualTo("keywright: " + nowhere + " cannot be written: its folder is not there");
    }

    @Test
    void aFolderWithoutADatabaseIsNotGivenOne() throws Exception {
        Path empty = Files.createDirectory(temporary.resolve("empty"));

        assertThat(refusal("backup", file.toString(), "--data", empty.toString()))
                .isEqualTo(
                        "keywright: there is no database in the data folder " + empty + "; name another with --data");

        assertThat(empty).isEmptyDirectory();
        assertThat(file).doesNotExist();
    }

    @Test
    void aDatabaseOfANewerKeywrightIsRefused() throws Exception {
        change("UPDATE flyway_schema_history SET version = '99' WHERE version = '8'");

        assertThat(refusal("backup", file.toString()))
                .startsWith("keywright: " + data.resolve("keywright.db") + " cannot be backed up: a newer Keywright")
                .contains("version 99", "version 8", "use the newer one");

        assertThat(files()).containsExactly(data);
    }

    @Test
    void aDatabaseOfAnOlderKeywrightIsCopiedAndNotMigrated() throws Exception {
        change("DROP TABLE sign_in_failure");
        change("DELETE FROM flyway_schema_history WHERE version IN ('7', '8')");

        assertThat(terminal.run("backup", file.toString())).isEqualTo(Cli.OK);

        assertThat(version(file)).isEqualTo("6");
        assertThat(version(data.resolve("keywright.db"))).isEqualTo("6");
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefused() throws Exception {
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.write(other.resolve("keywright.db"), new byte[0]);

        assertThat(refusal("backup", file.toString(), "--data", other.toString()))
                .isEqualTo("keywright: " + other.resolve("keywright.db") + " is no Keywright database");
    }

    @Test
    void dataInPostgresqlHasToolsOfItsOwn() {
        Terminal withDatabase = Terminal.with(Map.of("KEYWRIGHT_DATABASE", "postgresql://db.example/keywright"));

        assertThat(withDatabase.run("backup", file.toString())).isEqualTo(Cli.REFUSED);

        assertThat(withDatabase.err()).contains("pg_dump", "keywright keys add", "keywright keys sign");
        assertThat(file).doesNotExist();
    }
}
