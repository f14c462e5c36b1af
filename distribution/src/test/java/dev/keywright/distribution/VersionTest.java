package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.packaged.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever names the version names that of the Maven build, which {@code keywright --version} prints. */
class VersionTest {
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    pom.xml                                       | <artifactId>keywright</artifactId>\\s*<version>(.*?)</version>
                    npm/package.json                              | ^  "version": "(.*?)"
                    npm/package.json                              | "keywright-linux-x64": "(.*?)"
                    npm/platforms/linux-x64/package.json          | ^  "version": "(.*?)"
                    npm/package-lock.json                         | node_modules/keywright-linux-x64": .\\s*"version": "(.*?)"
                    npm/package-lock.json                         | "name": "keywright",\\s*"version": "(.*?)"
                    docs/examples/testing-in-node/package-lock.json | "name": "keywright",\\s*"version": "(.*?)"
                    docs/guides/testing-in-node.md                | Keywright (\\d\\S*) is not on the registry
                    docs/java-client.md                           | <groupId>dev.keywright</groupId>\\s*<artifactId>\\S+\\s*<version>(.*?)</version>
                    docs/java-testing.md                          | <groupId>dev.keywright</groupId>\\s*<artifactId>\\S+\\s*<version>(.*?)</version>
                    docs/java-testing.md                          | dev.keywright:[a-z-]+:(\\d[^"]*)"
                    docs/installing.md                            | keywright[-_](\\d+\\.\\d+\\.\\d+)
                    packaging/Dockerfile                          | ARG VERSION=(\\S+)
                    README.md                                     | This is (\\d+\\.\\d+\\.\\d+)
                    CHANGELOG.md                                  | \\A# Changes.*?^## (\\d\\S*?),?\\s
                    """)
    void everyFileThatNamesTheVersionNamesTheOneThatIsPrinted(String file, String where) throws IOException {
        // given
        String text = Files.readString(ROOT.resolve(file));

        // when
        List<String> named = Pattern.compile(where, Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        // then
        assertThat(named).containsExactly(printed());
    }

    private static String printed() {
        return Version.text();
    }
}
