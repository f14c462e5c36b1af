package dev.keywright.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key ring as a file: made once, read ever after, readable by its owner alone. */
class KeyFileTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @TempDir
    private Path folder;

    private KeyRing read(String text) throws Exception {
        Files.writeString(folder.resolve("mac-keys"), text);
        return new KeyFile(folder).readOrCreate(new Random(1));
    }

    private static byte[] key(KeyRing ring, int id) {
        return ring.key(new KeyId(id)).orElseThrow().reveal();
    }

    @Test
    void aFirstKeyIsMadeAndReadAgain() throws Exception {
        KeyFile file = new KeyFile(folder.resolve("a/b/keys"));

        KeyRing made = file.readOrCreate(new Random(1));
        KeyRing again = file.readOrCreate(new Random(2));

        assertThat(key(again, 0)).hasSize(32).isEqualTo(key(made, 0));
        assertThat(again.signing()).isEqualTo(new KeyId(0));
    }

    @Test
    void folderAndFileAreTheOwnersAlone() throws Exception {
        Path keys = folder.resolve("keys");

        new KeyFile(keys).readOrCreate(new Random(1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("mac-keys"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(keys)) {
            assertThat(files).containsExactly(keys.resolve("mac-keys"));
        }
    }

    @Test
    void aRingOfSeveralKeysIsReadAsItWasWritten() throws Exception {
        KeyRing ring = KeyRing.of(MacKey.random(new KeyId(3), new Random(1)))
                .add(MacKey.random(new KeyId(15), new Random(2)))
                .signWith(new KeyId(15));

        new KeyFile(folder).write(ring);
        KeyRing read = new KeyFile(folder).readOrCreate(new Random(3));

        assertThat(read.signing()).isEqualTo(new KeyId(15));
        assertThat(key(read, 3)).isEqualTo(key(ring, 3));
        assertThat(key(read, 15)).isEqualTo(key(ring, 15));
        assertThat(read.key(new KeyId(0))).isEmpty();
    }

    @Test
    void writingReplacesWhatWasThere() throws Exception {
        KeyFile file = new KeyFile(folder);
        file.write(KeyRing.of(MacKey.random(new KeyId(1), new Random(1))));

        file.write(KeyRing.of(MacKey.random(new KeyId(2), new Random(2))));

        assertThat(file.readOrCreate(new Random(3)).key(new KeyId(1))).isEmpty();
    }

    @Test
    void commentsAndEmptyLinesAreSkipped() throws Exception {
        KeyRing ring = read("# a comment\n\n  2   signing\t" + KEY + "  \n#1 verifying x\n");

        assertThat(ring.signing()).isEqualTo(new KeyId(2));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 signing | line 1 of the key file",
                "0 signing KEY more | should be an id, signing or verifying, and a key",
                "0 signs KEY | should be an id, signing or verifying, and a key",
                "x signing KEY | should have an id of 0 to 15 and 32 bytes in base64url",
                "16 signing KEY | should have an id of 0 to 15 and 32 bytes in base64url",
                "-1 signing KEY | should have an id of 0 to 15 and 32 bytes in base64url",
                "0 signing KEYAA | should have an id of 0 to 15 and 32 bytes in base64url",
                "0 signing AAECAwQF | should have an id of 0 to 15 and 32 bytes in base64url",
                "0 signing !!!! | should have an id of 0 to 15 and 32 bytes in base64url",
                "0 verifying KEY | has no key that signs",
                "# nothing | has no key that signs",
                "0 signing KEY;0 verifying KEY | is in use",
                "0 verifying KEY;1 signs KEY | line 2 of the key file",
                "0 signing KEY;1 signing KEY | has two keys that sign",
            })
    void aFileThatCannotBeUnderstoodIsRefusedWithoutAKey(String lines, String problem) {
        String text = lines.replace("KEY", KEY).replace(';', '\n');

        assertThatExceptionOfType(KeyFile.UnusableException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(problem)
                .withMessageContaining("mac-keys")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(KEY));
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(KeyFile.UnusableException.class)
                .isThrownBy(() -> new KeyFile(file.resolve("keys")).readOrCreate(new Random(1)))
                .withMessageContaining("cannot be read or written")
                .withMessageContaining("--keys");
    }
}
