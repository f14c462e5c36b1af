package dev.keywright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Dialect;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.world.SecretKeeping;
import dev.keywright.server.world.WorldFile;
import dev.keywright.server.world.WorldReading;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private final Terminal terminal = Terminal.with(Map.of());

    @Test
    void theReadyLineIsAllThatStandardOutputCarries() {
        assertThat(terminal.run("emulate")).isZero();

        assertThat(terminal.out()).isEqualTo("Keywright is ready on http://127.0.0.1:8787\n");
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.server.closed).isCompletedWithValue(true);
    }

    @Test
    void theEmulatorTakesTheFlagsOfItsContract() {
        terminal.run(("emulate --port 0 --host localhost --world w.yaml --data d --keys k --dialect standard"
                        + " --public-url http://localhost:9000 --auto-approve --seed -7")
                .split(" "));

        Settings settings = terminal.server.launched.remove();
        assertThat(settings.command()).isEqualTo(Command.EMULATE);
        assertThat(settings.port()).isZero();
        assertThat(settings.host()).isEqualTo("localhost");
        assertThat(settings.worldFile()).contains(Path.of("w.yaml"));
        assertThat(settings.dataFolder()).contains(Path.of("d"));
        assertThat(settings.keysFolder()).isEqualTo(Path.of("k"));
        assertThat(settings.dialect()).isEqualTo(Dialect.STANDARD);
        assertThat(settings.publicUrl()).contains(URI.create("http://localhost:9000"));
        assertThat(settings.autoApprove()).isTrue();
        assertThat(settings.seed()).contains(-7L);
    }

    @Test
    void aValueMayFollowAnEqualsSign() {
        assertThat(terminal.run("emulate", "--port=1")).isZero();
        assertThat(terminal.server.launched.remove().port()).isEqualTo(1);
    }

    @ParameterizedTest(name = "keywright {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | a command should follow: emulate, serve, config, world, keys, backup or restore; see keywright --help",
                "emulat | emulat is not a command; the nearest one is emulate",
                "emulate --prot 80 | --prot is not an option of keywright emulate; the nearest one is --port",
                "emulate --prot=80 | --prot is not an option of keywright emulate; the nearest one is --port",
                "emulate -x | -x is not an option of keywright emulate; the nearest one is -h",
                "--port 80 emulate | --port is not an option of keywright; the nearest one is --help",
                "emulate serve | serve is one argument too many for keywright emulate",
                "emulate --port | --port should be followed by a value",
                "emulate --auto-approve=false | --auto-approve takes no value; it should be --auto-approve alone",
                "emulate --port 1 --port 2 | --port is given twice",
                "emulate --port 80.5 | port (flag --port) should be a whole number from 0 to 65535, instead is \"80.5\"",
                "emulate --public-url x/y | public_url (flag --public-url) should be an http or https URL of scheme, host"
                        + " and port alone, without user, path, query or fragment, such as https://auth.example.com,"
                        + " instead is \"x/y\"",
                "emulate --config x.yaml | --config is an option of keywright serve alone",
                "serve --auto-approve | --auto-approve is an option of keywright emulate alone",
                "serve --seed 1 | --seed is an option of keywright emulate alone",
                "serve --stop-with-stdin | --stop-with-stdin is an option of keywright emulate alone",
                "serve --print-world | --print-world is an option of keywright emulate alone",
                "serve --config no.yaml | no.yaml cannot be read: there is no such file",
                "world | world should be followed by check or schema; see keywright world --help",
                "world chekc w.yaml | chekc is not a command; the nearest one is check",
                "world check | keywright world check should be followed by FILE",
                "world check a.yaml b.yaml | b.yaml is one argument too many for keywright world check",
                "world check --port 1 w.yaml | --port is not an option of keywright world check; the nearest one is --help",
                "keys | keys should be followed by list, add, sign or remove; see keywright keys --help",
                "keys sign | keywright keys sign should be followed by ID",
                "keys sign 16 | the id of a key should be a number from 0 to 15, instead is \"16\"",
                "keys list --port 1 | --port is not an option of keywright keys list; the nearest one is --help",
                "backup | keywright backup should be followed by FILE",
                "backup a b | b is one argument too many for keywright backup",
                "backup a --port 1 | --port is not an option of keywright backup; the nearest one is --help",
                "restore | keywright restore should be followed by FILE",
                "config emulat | config should be followed by emulate or serve, instead is \"emulat\"",
                "config serve --seed 1 | seed (flag --seed) is only for keywright emulate; take it out to run keywright serve",
            })
    void whatIsWrongIsSaidInOneLine(String arguments, String sentence) {
        assertThat(terminal.run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(terminal.err()).isEqualTo("keywright: " + sentence + System.lineSeparator());
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.server.launched).isEmpty();
    }

    @Test
    void aServerThatCannotStartSaysWhyInOneLine() {
        Terminal refused = Terminal.whoseServerRefuses("port 8787 is taken;\nuse --port 0 for a free one");

        assertThat(refused.run("emulate")).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err()).startsWith("keywright: port 8787 is taken;");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.run("emulate", "--print-world")).isEqualTo(2);
    }

    @Test
    void theEnvironmentIsReadToo() {
        Terminal shell = Terminal.with(Map.of("KEYWRIGHT_PORT", "9", "KEYWRIGHT_SEED", "3", "HOME", "/root"));

        assertThat(shell.run("emulate")).isZero();
        assertThat(shell.out()).isEqualTo("Keywright is ready on http://127.0.0.1:9\n");
        assertThat(shell.run("serve")).isEqualTo(2);
        assertThat(shell.err()).contains("seed (environment KEYWRIGHT_SEED) is only for keywright emulate");
    }

    @Test
    void theWorldIsPrintedAsAWorldFileInUtf8() {
        assertThat(terminal.run("emulate", "--print-world")).isZero();

        assertThat(terminal.out()).startsWith("people:\n").contains("🚲", "463558a3-725e-4f37-b6d3-0889894f68de");
        assertThat(new WorldFile(SecretKeeping.READABLE, new SplittableRandom(1), InstantSource.fixed(Instant.EPOCH))
                        .read("printed.yaml", terminal.out()))
                .isInstanceOf(WorldReading.Understood.class);
        assertThat(terminal.server.launched).isEmpty();
    }

    @Test
    void aWorldThatIsCheckedIsToldInOneLine() {
        assertThat(terminal.run("world", "check", "w.yaml")).isZero();

        assertThat(terminal.out())
                .isEqualTo("w.yaml is a world of 2 people, 2 workspaces, 19 pages and 3 connections\n");
        assertThat(terminal.server.launched).isEmpty();
    }

    @Test
    void whatIsWrongWithAWorldThatIsCheckedIsSaidInOneLine() {
        Terminal refused = Terminal.whoseServerRefuses("w.yaml line 2: people[0].emial is not a known field");

        assertThat(refused.run("world", "check", "w.yaml")).isEqualTo(2);

        assertThat(refused.err()).isEqualTo("keywright: w.yaml line 2: people[0].emial is not a known field\n");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void theSchemaOfWorldFilesIsPrinted() {
        assertThat(terminal.run("world", "schema")).isZero();

        assertThat(terminal.out()).startsWith("{").contains("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void theSettingsAreListedWithTheirSources() {
        Terminal shell = Terminal.with(Map.of("KEYWRIGHT_HOST", "localhost"));

        assertThat(shell.run("config", "serve", "--port", "80")).isZero();

        assertThat(shell.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .contains(
                        "port | 80 | flag --port",
                        "host | localhost | environment KEYWRIGHT_HOST",
                        "data | ./data | default",
                        "public_url | none | default")
                .hasSameSizeAs(Catalogue.of(Command.SERVE));
        assertThat(shell.server.launched).isEmpty();
    }

    @Test
    void theListingTakesTheFlagsInAnyOrderAndIsOfProductionWhenNothingElseIsSaid() {
        assertThat(terminal.run("config", "--auto-approve", "emulate")).isZero();
        assertThat(terminal.out()).contains("auto_approve").doesNotContain("allow_plain_http");
        assertThat(terminal.run("config")).isZero();
        assertThat(terminal.out()).contains("allow_plain_http");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(terminal.run("--version")).isZero();
        assertThat(terminal.out()).matches("keywright \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void theHelpNamesTheCommands(String flag) {
        assertThat(terminal.run(flag)).isZero();
        assertThat(terminal.out())
                .contains("emulate", "serve", "config", "world", "keys", "backup", "restore", "--version");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void theHelpOfACommandNamesEachOfItsSettings() {
        assertThat(terminal.run("serve", "--help")).isZero();
        assertThat(Catalogue.of(Command.SERVE))
                .extracting(Setting::flag)
                .allSatisfy(flag -> assertThat(terminal.out()).contains(flag));
        assertThat(terminal.out())
                .contains("KEYWRIGHT_PUBLIC_URL", "(KEYWRIGHT_DIALECT, default standard)")
                .doesNotContain("--seed");
        terminal.run("emulate", "--help");
        assertThat(terminal.out()).contains("(KEYWRIGHT_DIALECT, default notion)");
    }
}
