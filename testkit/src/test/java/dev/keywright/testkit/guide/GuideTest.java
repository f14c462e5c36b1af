package dev.keywright.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows is what is compiled and run here. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/java-testing.md");
    private static final Path CODE = Path.of("src/test/java/dev/keywright/testkit/guide");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");
    private static final Pattern MARKED = Pattern.compile("(?ms)^ *// guide: [a-z]+\n(.*?)^ *// end$");

    @Test
    void everyJavaBlockOfTheGuideIsAMarkedPartOfTheCodeAndTheOtherWayRound() throws IOException {
        List<String> shown = parts(BLOCK, GUIDE).toList();
        List<String> run = Stream.of("ConnectIT.java", "TokensIT.java", "ReportsIT.java", "SettingsIT.java")
                .flatMap(file -> parts(MARKED, CODE.resolve(file)))
                .map(part -> part.stripTrailing().stripIndent() + "\n")
                .toList();

        assertThat(shown).isNotEmpty().containsExactlyInAnyOrderElementsOf(run);
    }

    private static Stream<String> parts(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().map((MatchResult part) -> part.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
