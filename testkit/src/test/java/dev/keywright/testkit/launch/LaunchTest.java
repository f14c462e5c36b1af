package dev.keywright.testkit.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where no emulator can be started, one sentence says what is missing. */
class LaunchTest {
    @Test
    void onAnOlderJavaWithoutAProgramItSaysHowToNameOne() {
        assertThatThrownBy(() -> Launch.launcher(17, Optional.empty()))
                .isInstanceOf(EmulatorNotStartedException.class)
                .hasMessage(
                        "these tests run on Java 17, where the emulator is a process of its own: set KEYWRIGHT_HOME or"
                                + " the system property keywright.home to the folder of the unpacked program, the one with the"
                                + " script run in it");
    }

    @Test
    void onJava25WithNeitherServerNorProgramItNamesBothWays() {
        assertThatThrownBy(() -> Launch.launcher(25, Optional.empty()))
                .isInstanceOf(EmulatorNotStartedException.class)
                .hasMessageStartingWith(
                        "there is no emulator to start: put dev.keywright:testkit-server on the class path"
                                + " that the tests run with, or set KEYWRIGHT_HOME");
    }

    @Test
    void aFolderWithoutTheProgramIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> new Program(folder).launch(Map.of()))
                .isInstanceOf(EmulatorNotStartedException.class)
                .hasMessageStartingWith(
                        "there is no program at " + folder + ": no script run that can be run is there");
    }

    @Test
    void whatTheProgramSaysWhenItDoesNotStartIsTheMessage(@TempDir Path folder) throws IOException {
        program(folder, "echo 'keywright: no JDK 25 was found' >&2; exit 2");

        assertThatThrownBy(() -> new Program(folder).launch(Map.of()))
                .isInstanceOf(EmulatorNotStartedException.class)
                .hasMessage("keywright: no JDK 25 was found");
    }

    @Test
    void aWorldThatIsNeitherAResourceNorAFileIsNamed() {
        assertThatThrownBy(() -> WorldSource.find("worlds/none.yaml"))
                .isInstanceOf(EmulatorNotStartedException.class)
                .hasMessageStartingWith("there is no world worlds/none.yaml: neither a resource of that name is on the"
                        + " class path, nor is there a file /");
    }

    private static void program(Path folder, String line) throws IOException {
        Path run = Files.writeString(folder.resolve("run"), "#!/usr/bin/env bash\n" + line + "\n");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
    }
}
