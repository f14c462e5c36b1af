package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the archives of a release, and beside them. */
@EnabledIfSystemProperty(named = Archives.PROPERTY, matches = ".+", disabledReason = Archives.NOT_MADE)
class ArchiveContentsIT {
    private static final long MOST_BYTES = 90_000_000;

    @TempDir
    Path temporary;

    @Test
    void theArchiveForLinuxIsSmallEnoughToDownload() {
        assertThat(Archives.path("-linux-x64.tar.gz").toFile()).size().isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-linux-x64.tar.gz", ".tar.gz"})
    void everyLibraryThatIsShippedIsInTheListsOfLibraries(String archive) throws Exception {
        Path folder = Archives.unpack(archive, temporary.resolve("unpacked"));
        List<String> shipped = shipped(folder.resolve("program/lib"));
        String notice = Files.readString(folder.resolve("THIRD-PARTY.txt"));

        assertThat(Files.readString(folder.resolve("sbom.cdx.json")))
                .contains(shipped.stream()
                        .map(library -> "/" + library + "?type=jar")
                        .toList());
        assertThat(notice.lines().map(line -> line.replaceFirst("^\\S+:(\\S+) (\\S+): .*$", "$1@$2")))
                .containsAll(shipped.stream()
                        .filter(library -> !library.matches("(server|protocol)@.*"))
                        .toList());
        assertThat(folder.resolve("LICENSE")).isNotEmptyFile();
    }

    /** The jars of a folder, as {@code name@version}. */
    private static List<String> shipped(Path libraries) throws IOException {
        Pattern jar = Pattern.compile("(.+?)-(\\d[^-]*)\\.jar");
        try (Stream<Path> files = Files.list(libraries)) {
            return files.map(file -> jar.matcher(file.getFileName().toString()).replaceFirst("$1@$2"))
                    .toList();
        }
    }

    @Test
    void theSumsAreThoseOfTheArchives() throws Exception {
        Path folder = Archives.path("").resolveSibling("");
        Path sums = folder.resolve("SHA256SUMS");
        ProcessBuilder check = new ProcessBuilder("sha256sum", "--check", "--strict", sums.toString());

        assertThat(check.directory(folder.toFile()).inheritIO().start().waitFor())
                .isZero();
        assertThat(Files.readAllLines(sums)).hasSize(4);
    }
}
