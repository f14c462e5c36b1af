package dev.keywright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes with the testkit onto the class path of those who use it, as Maven resolves it for them. */
class ClassPathOfUsersTest {
    @Test
    void itIsJacksonAndJSpecifyAndNothingOfTheServerAndNoLogging() throws IOException {
        String resolved = Files.readString(Path.of("target/class-path-of-users.txt"));

        Stream<String> names = Stream.of(resolved.strip().split(Pattern.quote(File.pathSeparator), -1))
                .map(jar -> Path.of(jar).getFileName().toString().replaceFirst("-[0-9.]+\\.jar$", ""));

        assertThat(names)
                .containsExactlyInAnyOrder("jackson-databind", "jackson-core", "jackson-annotations", "jspecify");
    }
}
