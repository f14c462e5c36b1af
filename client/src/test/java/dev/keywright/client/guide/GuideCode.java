package dev.keywright.client.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java that a guide shows, and that which is compiled and run: the parts that are marked in some files.
 *
 * @param guide the guide
 * @param folder where the files are
 */
public record GuideCode(Path guide, Path folder) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");
    private static final Pattern MARKED = Pattern.compile("(?ms)^ *// guide: [a-z]+\n(.*?)^ *// end$");

    /** Fails unless every block of the guide is a marked part of these files, and the other way round. */
    public void assertShows(String... files) {
        List<String> shown = parts(BLOCK, guide).toList();
        List<String> run = Stream.of(files)
                .flatMap(file -> parts(MARKED, folder.resolve(file)))
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
