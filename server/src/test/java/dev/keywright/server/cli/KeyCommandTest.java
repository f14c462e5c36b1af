package dev.keywright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.keys.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are rotated in steps, each of which says what comes next. */
class KeyCommandTest {
    @TempDir
    Path keys;

    @BeforeEach
    void aServerWasStartedOnce() throws Exception {
        new KeyFile(keys).readOrCreate(new Random(0));
    }

    @Test
    void aKeyIsAddedSignsAndReplacesTheOneBefore() {
        assertThat(did("list")).isEqualTo("0  signs\n");

        assertThat(did("add")).startsWith("Key 1 is there, and verifies.").endsWith("keywright keys sign 1\n");
        assertThat(did("list")).isEqualTo("0  signs\n1  verifies\n");

        assertThat(did("sign", "1")).startsWith("Key 1 signs.").endsWith("keywright keys remove 0\n");
        assertThat(did("list")).isEqualTo("0  verifies\n1  signs\n");

        assertThat(did("remove", "0")).startsWith("Key 0 is gone");
        assertThat(did("list")).isEqualTo("1  signs\n");
    }

    @Test
    void aFreedIdIsGivenAgain() {
        did("add");
        did("sign", "1");
        did("remove", "0");

        assertThat(did("add")).startsWith("Key 0 is there");
    }

    @Test
    void theKeyThatSignsIsNotRemoved() {
        assertThat(refusal("remove", "0")).isEqualTo("keywright: key 0 signs; let another sign first");
        assertThat(did("list")).isEqualTo("0  signs\n");
    }

    @Test
    void aKeyThatIsNotThereNeitherSignsNorGoes() {
        assertThat(refusal("sign", "3")).isEqualTo("keywright: there is no key 3");
        assertThat(refusal("remove", "3")).isEqualTo("keywright: there is no key 3; see keywright keys list");
    }

    @Test
    void thereAreSixteenAtMost() {
        for (int more = 1; more < 16; more++) {
            did("add");
        }

        assertThat(refusal("add"))
                .isEqualTo(
                        "keywright: there are 16 keys, which is the most; remove one first, see keywright keys list");
    }

    @Test
    void aFolderWithoutKeysIsNotGivenAny() {
        Terminal terminal = Terminal.with(Map.of());
        Path empty = keys.resolve("empty");

        assertThat(terminal.run("keys", "add", "--keys", empty.toString())).isEqualTo(Cli.REFUSED);

        assertThat(terminal.err()).contains("there is no key file " + empty.resolve("mac-keys"), "--keys");
        assertThat(empty).doesNotExist();
    }

    @Test
    void noOutputHasAKeyInIt() throws Exception {
        did("add");
        String all = did("list") + did("sign", "1") + did("remove", "0");

        for (String line : Files.readAllLines(keys.resolve("mac-keys"))) {
            if (!line.startsWith("#")) {
                assertThat(all).doesNotContain(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
    }

    private String did(String... action) {
        Terminal terminal = Terminal.with(Map.of("KEYWRIGHT_KEYS", keys.toString()));
        assertThat(terminal.run(words(action))).as(terminal.err()).isEqualTo(Cli.OK);
        return terminal.out();
    }

    private String refusal(String... action) {
        Terminal terminal = Terminal.with(Map.of("KEYWRIGHT_KEYS", keys.toString()));
        assertThat(terminal.run(words(action))).isEqualTo(Cli.REFUSED);
        return terminal.err().strip();
    }

    private static String[] words(String... action) {
        String[] words = new String[action.length + 1];
        words[0] = "keys";
        System.arraycopy(action, 0, words, 1, action.length);
        return words;
    }
}
