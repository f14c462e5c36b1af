package dev.keywright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command is said before anything is measured. */
class BenchTest {
    @TempDir
    private Path folder;

    private static String refusal(String... arguments) {
        StringWriter said = new StringWriter();
        assertThat(Bench.run(new PrintWriter(said, true), arguments)).isEqualTo(2);
        return said.toString().strip();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--against=x --write, 'nothing of the README: leave out --write'",
        "--against=x --only=load, 'nothing of the README: leave out --only'",
        "--connections=16, '--connections and --authorizations are for --against: the other figures have theirs'",
        "--authorizations=16, '--connections and --authorizations are for --against: the other figures have theirs'",
    })
    void whatDoesNotGoTogetherIsRefused(String arguments, String why) {
        assertThat(refusal(arguments.split(" ", -1))).endsWith(why).doesNotContain("\n");
    }

    @Test
    void aFolderWithoutAProgramIsNamed() {
        assertThat(refusal("--work", folder.toString(), "--program", folder.toString()))
                .isEqualTo("there is no packaged server in " + folder + ": name a folder with a keywright.jar");
    }
}
