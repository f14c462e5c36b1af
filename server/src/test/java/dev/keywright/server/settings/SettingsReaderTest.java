package dev.keywright.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Dialect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    @TempDir
    Path folder;

    @Test
    void theEmulatorsDefaultsSpeakNotionAndLeaveNothingBehind() {
        assertThat(Reading.settings(Command.EMULATE, Map.of(), Map.of()))
                .isEqualTo(new Settings(
                        Command.EMULATE,
                        8787,
                        "127.0.0.1",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("./keys"),
                        Dialect.NOTION,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(60),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "ntn_",
                        "nrt_",
                        Optional.empty(),
                        Optional.empty(),
                        64,
                        false,
                        Optional.empty(),
                        AddressRanges.NONE,
                        Optional.empty(),
                        false,
                        Duration.ZERO,
                        new Observability(Optional.empty(), LogFormat.TEXT, Optional.empty(), Optional.empty())));
    }

    @Test
    void productionKeepsItsDataSpeaksStandardAndLimitsAuthorizations() {
        Settings settings = Reading.settings(Command.SERVE, Map.of(), Map.of());

        assertThat(settings.dataFolder()).contains(Path.of("./data"));
        assertThat(settings.keysFolder()).isEqualTo(Path.of("./keys"));
        assertThat(settings.dialect()).isEqualTo(Dialect.STANDARD);
        assertThat(settings.authorizationsPerBot()).contains(50);
    }

    @Test
    void aFlagWinsOverTheEnvironmentWhichWinsOverTheFileWhichWinsOverTheDefault() throws Exception {
        String file = file("port: 1\nhost: localhost\ncache_mebibytes: 3\n");
        Settings settings = Reading.settings(
                Command.SERVE,
                Map.of("config", file, "port", "5"),
                Map.of("KEYWRIGHT_PORT", "4", "KEYWRIGHT_HOST", "127.0.0.2"));

        assertThat(settings.port()).isEqualTo(5);
        assertThat(settings.host()).isEqualTo("127.0.0.2");
        assertThat(settings.cacheMebibytes()).isEqualTo(3);
        assertThat(settings.codeLifetime()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void theListingSaysWhereEachValueCameFrom() throws Exception {
        String file = file("# ours\nhost: localhost\n");
        assertThat(Reading.listing(
                        Command.SERVE, Map.of("config", file, "port", "5"), Map.of("KEYWRIGHT_DIALECT", "notion")))
                .contains(
                        "port = 5 (flag --port)",
                        "host = localhost (file " + file + " line 2)",
                        "dialect = notion (environment KEYWRIGHT_DIALECT)",
                        "data = ./data (default)",
                        "public_url = none (default)")
                .noneMatch(line -> line.startsWith("seed"));
    }

    @Test
    void everySettingCanBeGivenInEveryWay() {
        Settings settings = Reading.settings(
                Command.EMULATE,
                Map.of("seed", "-7", "auto_approve", "true"),
                Map.of(
                        "KEYWRIGHT_ACCESS_TOKEN_LIFETIME", "PT1H",
                        "KEYWRIGHT_IDLE_LIFETIME", "P30D",
                        "KEYWRIGHT_ABSOLUTE_LIFETIME", "P90D",
                        "KEYWRIGHT_AUTHORIZATIONS_PER_BOT", "3",
                        "KEYWRIGHT_ROTATION_GRACE", "PT0S",
                        "KEYWRIGHT_WORLD", "world.yaml",
                        "KEYWRIGHT_DATA", "d"));

        assertThat(settings.seed()).contains(-7L);
        assertThat(settings.autoApprove()).isTrue();
        assertThat(settings.accessTokenLifetime()).contains(Duration.ofHours(1));
        assertThat(settings.idleLifetime()).contains(Duration.ofDays(30));
        assertThat(settings.absoluteLifetime()).contains(Duration.ofDays(90));
        assertThat(settings.authorizationsPerBot()).contains(3);
        assertThat(settings.rotationGrace()).isZero();
        assertThat(settings.worldFile()).contains(Path.of("world.yaml"));
        assertThat(settings.dataFolder()).contains(Path.of("d"));
    }

    @Test
    void aLimitThatIsOnByDefaultCanBeTurnedOff() {
        assertThat(Reading.settings(Command.SERVE, Map.of("authorizations_per_bot", "none"), Map.of())
                        .authorizationsPerBot())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "127.0.0.1:9464, 127.0.0.1, 9464",
        "[::1]:0, ::1, 0",
        "metrics.internal:9464, metrics.internal, 9464",
    })
    void metricsAreShownAtAHostAndAPort(String given, String host, int port) {
        assertThat(Reading.settings(Command.SERVE, Map.of("metrics", given), Map.of())
                        .metrics())
                .contains(new ListenAddress(host, port));
    }

    @Test
    void theTrustedProxiesAreAListOrATextWithCommas() throws Exception {
        String text = file("trusted_proxies: 10.0.0.0/8, ::1\n");
        String list = file("listed.yaml", "trusted_proxies:\n  - 10.0.0.0/8\n  - '::1'\n");
        String none = file("none.yaml", "trusted_proxies: []\n");
        AddressRanges both = Reading.settings(Command.SERVE, Map.of("trusted_proxies", "10.0.0.0/8,::1"), Map.of())
                .trustedProxies();

        assertThat(both.ranges()).hasSize(2);
        assertThat(Reading.settings(Command.SERVE, Map.of("config", text), Map.of())
                        .trustedProxies())
                .isEqualTo(both);
        assertThat(Reading.settings(Command.SERVE, Map.of("config", list), Map.of())
                        .trustedProxies())
                .isEqualTo(both);
        assertThat(Reading.settings(Command.SERVE, Map.of("config", none), Map.of())
                        .trustedProxies())
                .isEqualTo(AddressRanges.NONE);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "https://auth.example.com, https://auth.example.com",
        "https://auth.example.com/, https://auth.example.com",
        "HTTPS://Auth.Example.com:8443, https://auth.example.com:8443",
        "http://localhost:8787, http://localhost:8787",
        "http://[::1]:8787, http://[::1]:8787",
    })
    void thePublicUrlIsWrittenInOneWay(String given, URI normal) {
        assertThat(Reading.settings(Command.EMULATE, Map.of("public_url", given), Map.of())
                        .publicUrl())
                .contains(normal);
    }

    @Test
    void variablesThatNobodyChoseAreNoSettings() {
        Settings settings = Reading.settings(
                Command.EMULATE,
                Map.of(),
                Map.of(
                        "KEYWRIGHT_JAVA_HOME", "/opt/jdk",
                        "KEYWRIGHT_JVM_OPTIONS", "-Xmx64m",
                        "KEYWRIGHT_SERVICE_HOST", "10.0.0.1",
                        "KEYWRIGHT_SERVICE_PORT", "8787",
                        "KEYWRIGHT_PORT", "tcp://10.0.0.1:8787",
                        "KEYWRIGHT_PORT_8787_TCP_ADDR", "10.0.0.1",
                        "KEYWRIGHT_HOST", "",
                        "PORT", "1"));

        assertThat(settings).isEqualTo(Reading.settings(Command.EMULATE, Map.of(), Map.of()));
    }

    @Test
    void noNameFlagOrVariableIsTakenTwice() {
        assertThat(Catalogue.all()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(Catalogue.all()).allSatisfy(setting -> {
            assertThat(setting.description()).isNotBlank().doesNotEndWith(".");
            assertThat(setting.flag()).matches("--[a-z-]+");
            for (Command command : Command.values()) {
                setting.defaultFor(command)
                        .ifPresent(text -> assertThat(setting.read(text)).isPresent());
            }
        });
    }

    private String file(String yaml) throws Exception {
        return file("keywright.yaml", yaml);
    }

    private String file(String name, String yaml) throws Exception {
        return Files.writeString(folder.resolve(name), yaml).toString();
    }
}
