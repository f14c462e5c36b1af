package dev.keywright.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder has one owner, for a second writer would make the first one's cache wrong. */
class FolderLockTest {
    @TempDir
    Path folder;

    /** What tries it from another process: it says what came of it. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) {
            try (Store store = open(Path.of(arguments[0]))) {
                System.out.println("opened " + store.workspaces());
            } catch (StoreUnavailableException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void aFolderThatIsMadeIsForItsOwnerAlone() throws Exception {
        Path made = folder.resolve("data");

        open(made).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void aSecondOpeningIsRefusedInThisProcessAndInAnother() throws Exception {
        String sentence = "the data folder " + folder
                + " is in use by another Keywright; stop that one, or name another folder with --data";
        try (Store owner = open(folder)) {
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage(sentence);
            // By another name too.
            Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
            assertThatThrownBy(() -> open(link)).hasMessage(sentence.replace(folder.toString(), link.toString()));
            Files.delete(link);

            // Asked last: a second opening in this process must not have given the lock away.
            assertThat(fromAnotherProcess()).isEqualTo(sentence);
            assertThat(owner.workspaces()).isEmpty();
        }
        assertThat(fromAnotherProcess()).isEqualTo("opened []");
        open(folder).close();
    }

    @Test
    void anOpeningThatFailsGivesTheFolderBack() {
        Database database = new Database(folder, Durability.NOT_SYNCED);
        SqliteStore.ConnectionSource broken = () -> {
            throw new SQLException("made to fail");
        };

        assertThatThrownBy(() -> SqliteStore.open(folder, database, broken, database::disk, 1, new SecureRandom()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the database in " + folder + " cannot be opened: made to fail");

        open(folder).close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> open(file.resolve("data")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("the data folder " + file.resolve("data") + " cannot be written: ")
                .hasMessageEndingWith("; make it writable, or name another with --data");
    }

    @Test
    void whatIsAskedOfAClosedStoreIsUnavailable() {
        Store store = open(folder);
        store.close();

        assertThatThrownBy(store::world)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the store is closed");
        assertThatThrownBy(() -> store.replace(Sample.world()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the store is closed");
    }

    private static Store open(Path folder) {
        return SqliteStore.open(folder, Durability.NOT_SYNCED, 1, new SecureRandom());
    }

    private String fromAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = process.inputReader()) {
            String line = out.readLine();
            process.waitFor();
            return line;
        } finally {
            process.destroyForcibly();
        }
    }
}
