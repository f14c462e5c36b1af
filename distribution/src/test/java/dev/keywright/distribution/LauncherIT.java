package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./keywright}, as someone meets it who has just cloned the project. */
class LauncherIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_CLONED = Set.of("target", "node_modules", ".git");

    @TempDir
    Path temporary;

    @Test
    void anotherJavaHomeDoesNotKeepItFromFindingAJdk25() throws Exception {
        // given a JAVA_HOME that is no JDK at all
        Map<String, String> environment = Map.of("JAVA_HOME", temporary.toString());

        // when
        Ended ended = run(environment, ROOT.resolve("keywright").toString(), "--version");

        // then
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("keywright ");
    }

    @Test
    void withoutAJdk25ItSaysSoInOneSentence() throws Exception {
        // given
        List<String> command = new ArrayList<>(MachineWithoutJava.entry(Map.of()));
        command.add(ROOT.resolve("keywright").toString());

        // when
        Ended ended = run(Map.of(), command.toArray(String[]::new));

        // then
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().strip().lines())
                .singleElement()
                .asString()
                .startsWith("keywright: no JDK 25 was found")
                .contains("JAVA_HOME");
    }

    @Test
    void aFreshCloneBuildsOnceAndSaysThatItDoes() throws Exception {
        // given the sources alone
        Path clone = temporary.resolve("clone");
        copySources(clone);
        String launcher = clone.resolve("keywright").toString();

        // when it is started twice
        Ended first = run(Map.of(), launcher, "--version");
        Ended second = run(Map.of(), launcher, "--version");

        // then only the first start built, and said so
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.err()).contains("keywright: building from source").contains("keywright: built");
        assertThat(first.out()).startsWith("keywright ");
        assertThat(second.status()).isZero();
        assertThat(second.err()).isEmpty();
    }

    private static void copySources(Path clone) throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_CLONED.contains(String.valueOf(folder.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(clone.resolve(ROOT.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file, clone.resolve(ROOT.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private record Ended(int status, String out, String err) {}

    private Ended run(Map<String, String> environment, String... command) throws Exception {
        Path out = Files.createTempFile(temporary, "out", "");
        Path err = Files.createTempFile(temporary, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}
