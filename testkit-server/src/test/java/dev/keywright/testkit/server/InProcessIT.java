package dev.keywright.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.testkit.Emulator;
import dev.keywright.testkit.EmulatorSettings;
import dev.keywright.testkit.launch.EmulatorNotStartedException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On Java 25 or later the emulator is in the JVM of the tests. */
class InProcessIT {
    @Test
    void itIsNoOtherProcess() {
        try (Emulator emulator = Emulator.start(EmulatorSettings.defaults())) {
            Stream<String> threads =
                    Thread.getAllStackTraces().keySet().stream().map(Thread::getName);

            assertThat(ProcessHandle.current().children()).isEmpty();
            assertThat(threads).contains("sqlite-writer");
            assertThat(emulator.world().connections()).isNotEmpty();
        }
    }

    @Test
    void aSettingThatIsWrongIsSaidInTheServersSentence() {
        assertThatThrownBy(() -> new InProcessLauncher().launch(Map.of("seed", "many")))
                .isInstanceOf(EmulatorNotStartedException.class)
                .hasMessageStartingWith("seed (flag --seed) should be a whole number");
    }
}
