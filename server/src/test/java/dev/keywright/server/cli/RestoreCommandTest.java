package dev.keywright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.keys.KeyFile;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup is put into an empty data folder whole, with a new key that signs; or nothing of it is, and the keys stay as they were. */
class RestoreCommandTest {
    @TempDir
    Path temporary;

    private Path data;
    private Path file;
    private Path keysFolder;
    private Path keys;
    private Terminal terminal;

    @BeforeEach
    void aBackupAndTheKeysOfItsServer() throws Exception {
        Path original = temporary.resolve("original");
        data = temporary.resolve("data");
        file = temporary.resolve("backup.db");
        keysFolder = temporary.resolve("keys");
        keys = keysFolder.resolve("mac-keys");
        terminal = Terminal.with(Map.of(
                "KEYWRIGHT_DATA", data.toString(),
                "KEYWRIGHT_KEYS", keysFolder.toString()));
        new KeyFile(keysFolder).readOrCreate(new Random(0));
        try (Store store = open(original)) {
            store.fill(Sample.world());
        }
        assertThat(terminal.run("backup", file.toString(), "--data", original.toString()))
                .isEqualTo(Cli.OK);
    }

    private static Store open(Path folder) {
        return SqliteStore.open(folder, Durability.NOT_SYNCED, 1, new Random(0));
    }

    private String restored() {
        Terminal another = Terminal.with(Map.of());
        assertThat(another.run("restore", file.toString(), "--data", data.toString(), "--keys", keysFolder.toString()))
                .as(another.err())
                .isEqualTo(Cli.OK);
        return another.out();
    }

    /** Why it is refused; neither a database nor a key has come of it. */
    private String refusal() throws IOException {
        String before = Files.exists(keys) ? Files.readString(keys) : "";
        Terminal another = Terminal.with(Map.of());
        assertThat(another.run("restore", file.toString(), "--data", data.toString(), "--keys", keysFolder.toString()))
                .isEqualTo(Cli.REFUSED);
        assertThat(another.out()).isEmpty();
        assertThat(another.err()).hasLineCount(1);
        assertThat(Files.exists(keys) ? Files.readString(keys) : "").isEqualTo(before);
        assertThat(data.resolve("keywright.db.new")).doesNotExist();
        return another.err().strip();
    }

    private void changeBackup(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void theFolderHoldsWhatTheBackupHolds() {
        restored();

        try (Store store = open(data)) {
            assertThat(store.world().people()).hasSameSizeAs(Sample.world().people());
        }
        assertThat(data).isDirectoryNotContaining("glob:**.new*");
    }

    /** G15 */
    @Test
    void aNewKeySignsAndTheOldOnesVerify() throws Exception {
        String old = Files.readString(keys).replace(" signing ", " verifying ");

        restored();

        Terminal list = Terminal.with(Map.of());
        list.run("keys", "list", "--keys", keysFolder.toString());
        assertThat(list.out()).isEqualTo("0  verifies\n1  signs\n");
        assertThat(Files.readString(keys)).startsWith(old.strip());
    }

    /** G15 */
    @Test
    void itSaysWhatItMeansAndWhatComesNext() {
        assertThat(restored())
                .startsWith("Restored " + file + " into " + data + ". Key 1 of ")
                .contains("issued after the backup are worth nothing", "ended after the backup is alive again")
                .endsWith("Next: keywright serve\n");
    }

    @Test
    void aFolderThatHasADatabaseKeepsIt() throws Exception {
        open(data).close();
        byte[] before = Files.readAllBytes(data.resolve("keywright.db"));

        assertThat(refusal()).contains(data + " holds a database already");

        assertThat(data.resolve("keywright.db")).hasBinaryContent(before);
    }

    @Test
    void aLogAloneCountsAsADatabase() throws Exception {
        Files.createDirectory(data);
        Files.write(data.resolve("keywright.db-wal"), new byte[100]);

        assertThat(refusal()).contains("holds a database already");
    }

    @Test
    void aFolderThatIsInUseIsRefused() throws Exception {
        try (Store running = open(data)) {
            assertThat(running.workspaces()).isEmpty();

            assertThat(refusal()).contains("is in use by another Keywright");
        }
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws Exception {
        Files.delete(file);

        assertThat(refusal()).isEqualTo("keywright: there is no file " + file + " to restore");
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "people: []\n"})
    void aFileOfSomethingElseIsRefused(String content) throws Exception {
        Files.writeString(file, content);

        assertThat(refusal()).contains(file + " is no Keywright database");
        assertThat(data.resolve("keywright.db")).doesNotExist();
    }

    @Test
    void aDatabaseOfSomethingElseIsRefused() throws Exception {
        Files.delete(file);
        changeBackup("CREATE TABLE note (text TEXT)");

        assertThat(refusal()).contains(file + " is no Keywright database");
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(5 * 4096);
            bytes.write(new byte[3 * 4096]);
        }

        assertThat(refusal()).contains(file + " is damaged");
        assertThat(data.resolve("keywright.db")).doesNotExist();
    }

    @Test
    void halfAFileIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(refusal()).contains(file + " is damaged");
    }

    @Test
    void aFileWhoseLogLiesBesideItIsNotWhole() throws Exception {
        Files.write(file.resolveSibling("backup.db-wal"), new byte[100]);

        assertThat(refusal()).contains(file + " is not whole");
    }

    @Test
    void aBackupOfANewerKeywrightIsRefused() throws Exception {
        changeBackup("UPDATE flyway_schema_history SET version = '99' WHERE version = '8'");

        assertThat(refusal())
                .startsWith("keywright: " + file + " cannot be restored: a newer Keywright wrote it")
                .contains("version 99", "version 8");
    }

    @Test
    void withoutTheKeysOfItsServerABackupIsNotRestored() throws Exception {
        Files.delete(keys);

        assertThat(refusal()).contains("there is no key file in ", "the keys of the server that it was made of");
        assertThat(data).doesNotExist();
    }

    @Test
    void keysThatCannotBeReadAreRefused() throws Exception {
        Files.writeString(keys, "0 signing x\n");

        assertThat(refusal()).contains("line 1 of the key file");
        assertThat(data).doesNotExist();
    }

    @Test
    void aFullKeyFileIsRefusedBeforeAnythingIsCopied() throws Exception {
        for (int more = 1; more < 16; more++) {
            Terminal.with(Map.of()).run("keys", "add", "--keys", keysFolder.toString());
        }

        assertThat(refusal()).contains("there are 16 keys, which is the most; remove one first");
        assertThat(data).doesNotExist();
    }

    @Test
    void withoutItsNewKeyABackupIsNotPutIntoPlace() throws Exception {
        Files.createDirectories(keys.resolveSibling("mac-keys.new/full"));

        assertThat(refusal()).contains("the key file cannot be written");

        assertThat(data.resolve("keywright.db")).doesNotExist();
    }

    @Test
    void anInterruptedOneIsDoneAgain() throws Exception {
        Files.createDirectory(data);
        Files.writeString(data.resolve("keywright.db.new"), "half of it");
        Terminal.with(Map.of()).run("keys", "add", "--keys", keysFolder.toString());

        assertThat(restored()).contains("Key 2 of ");

        open(data).close();
    }

    @Test
    void dataInPostgresqlIsRestoredThere() {
        Terminal withDatabase = Terminal.with(Map.of("KEYWRIGHT_DATABASE", "postgresql://db.example/keywright"));

        assertThat(withDatabase.run("restore", file.toString())).isEqualTo(Cli.REFUSED);

        assertThat(withDatabase.err()).contains("PostgreSQL", "keywright keys add", "keywright keys sign");
    }
}
