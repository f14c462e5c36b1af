package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The archive that is run with the JDK of the machine. */
@EnabledIfSystemProperty(named = Archives.PROPERTY, matches = ".+", disabledReason = Archives.NOT_MADE)
class PortableArchiveIT {
    private static final String JAVA_HOME = "JAVA_HOME=" + System.getProperty("java.home");

    @TempDir
    static Path installed;

    @BeforeAll
    static void unpack() throws Exception {
        Archives.unpack(".tar.gz", installed.resolve("keywright"));
    }

    @Test
    void itRunsWithTheJdkOfJavaHome() throws Exception {
        List<String> entry = List.of("env", "-i", "PATH=/usr/bin:/bin", JAVA_HOME);

        Program.Ended ended = Program.runFrom(installed.resolve("keywright/bin/keywright"), entry, "world", "schema");

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("{");
    }

    @Test
    void withoutAJdk25ItSaysSoInOneSentence() throws Exception {
        Program.Ended ended = Program.runFrom(
                installed.resolve("keywright/bin/keywright"), MachineWithoutJava.entry(Map.of()), "--version");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().strip().lines()).singleElement().asString().startsWith("keywright: no JDK 25 was found");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "keywright.long",
            matches = "true",
            disabledReason = "a cache takes its time, and ./verify --long makes one")
    void itsCacheIsMadeWhereItIsUnpacked() throws Exception {
        Path folder = Archives.unpack(".tar.gz", installed.resolve("with-cache"));

        assertThat(Archives.run(
                        "env",
                        JAVA_HOME,
                        folder.resolve("program/make-aot-cache").toString()))
                .isZero();

        List<String> entry = List.of("env", JAVA_HOME, "KEYWRIGHT_JVM_OPTIONS=-XX:AOTMode=on");
        assertThat(Program.runFrom(folder.resolve("bin/keywright"), entry, "--version")
                        .status())
                .isZero();
    }

    @Test
    void theZipHoldsTheSame() throws Exception {
        try (ZipFile zip = new ZipFile(Archives.path(".zip").toFile());
                Stream<Path> files = Files.walk(installed.resolve("keywright"))) {
            List<String> zipped = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .map(name -> name.substring(name.indexOf('/') + 1))
                    .sorted()
                    .toList();

            assertThat(zipped)
                    .isEqualTo(files.filter(Files::isRegularFile)
                            .map(file -> installed
                                    .resolve("keywright")
                                    .relativize(file)
                                    .toString())
                            .sorted()
                            .toList());
        }
    }

    /** A batch file with other line ends is read wrongly by Windows. */
    @Test
    void theLauncherForWindowsHasTheLineEndsOfWindows() throws Exception {
        String launcher = Files.readString(installed.resolve("keywright/bin/keywright.cmd"), StandardCharsets.US_ASCII);

        assertThat(launcher).startsWith("@echo off\r\n");
        assertThat(launcher.replace("\r\n", "")).doesNotContain("\n");
    }
}
