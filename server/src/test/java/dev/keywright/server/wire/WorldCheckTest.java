package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.Keywright;
import dev.keywright.server.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keywright world check}, which reads a file as {@code emulate} does. */
class WorldCheckTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int check(String world) throws Exception {
        Path file = Files.writeString(folder.resolve("world.yaml"), world);
        PrintStream terminal = new PrintStream(err, true, StandardCharsets.UTF_8);
        PrintStream answer = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Cli(Keywright.launcher(terminal), stop -> {}, Map.of(), answer, terminal)
                .run("world", "check", file.toString());
    }

    @Test
    void aWorldIsCountedInOneLine() throws Exception {
        int status = check("""
                people: [{email: ada@example.com}]
                workspaces: [{name: Home, members: [ada@example.com], pages: [{title: A, pages: [{title: B}]}]}]
                """);

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(folder.resolve("world.yaml")
                        + " is a world of 1 person, 1 workspace, 2 pages and 0 connections\n");
        assertThat(err.size()).isZero();
    }

    @Test
    void whatIsWrongIsSaidByFileLineAndField() throws Exception {
        int status = check("people:\n  - emial: ada@example.com\n");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("keywright: " + folder.resolve("world.yaml")
                        + " line 2: people[0].emial is not a known field; the nearest known one is email");
        assertThat(out.size()).isZero();
    }
}
