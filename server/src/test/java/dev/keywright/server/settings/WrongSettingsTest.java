package dev.keywright.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with settings is said in one sentence: setting, source, value, and what would be right. */
class WrongSettingsTest {
    private static final String ORIGIN =
            "an http or https URL of scheme, host and port alone, without user, path, query"
                    + " or fragment, such as https://auth.example.com";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "port | abc | a whole number from 0 to 65535",
                "port | 65536 | a whole number from 0 to 65535",
                "port | -1 | a whole number from 0 to 65535",
                "port | +80 | a whole number from 0 to 65535",
                "host | a b | a host name or an IP address to listen on",
                "data | '' | a path",
                "dialect | oauth | notion or standard",
                "code_lifetime | PT11M | an ISO 8601 duration from PT1S to PT10M",
                "code_lifetime | PT0S | an ISO 8601 duration from PT1S to PT10M",
                "code_lifetime | 60 | an ISO 8601 duration from PT1S to PT10M",
                "rotation_grace | PT-1S | an ISO 8601 duration from PT0S to PT1H",
                "access_token_lifetime | PT0S | an ISO 8601 duration from PT1S to PT87600H, or none",
                "idle_lifetime | -P1D | an ISO 8601 duration from PT1S to PT87600H, or none",
                "absolute_lifetime | P99999999999999D | an ISO 8601 duration from PT1S to PT87600H, or none",
                "authorizations_per_bot | 0 | a whole number from 1 to 1000000, or none",
                "cache_mebibytes | 0 | a whole number from 1 to 65536",
                "allow_plain_http | yes | true or false",
                "audit_log | '' | a path",
                "log_format | xml | text or json",
                "metrics | 9464 | a host and a port, such as 127.0.0.1:9464 or [::1]:9464",
                "metrics | :9464 | a host and a port, such as 127.0.0.1:9464 or [::1]:9464",
                "metrics | ::1:9464 | a host and a port, such as 127.0.0.1:9464 or [::1]:9464",
                "metrics | 127.0.0.1:65536 | a host and a port, such as 127.0.0.1:9464 or [::1]:9464",
                "metrics | http://127.0.0.1:9464 | a host and a port, such as 127.0.0.1:9464 or [::1]:9464",
                "trusted_proxies | 10.0.0.0/0 | addresses and ranges with commas between, such as"
                        + " 192.0.2.7,10.0.0.0/8,2001:db8::/32, each range written by its first address, and none of"
                        + " them /0",
                "access_token_prefix | NTN_ | 1 to 10 lower-case letters and digits that begin with a letter, and an"
                        + " underscore",
                "refresh_token_prefix | nrt | 1 to 10 lower-case letters and digits that begin with a letter, and an"
                        + " underscore",
            })
    void aBadValueIsRefusedWithWhatWouldBeRight(String setting, String value, String expected) {
        assertThat(Reading.refusal(Command.SERVE, Map.of(setting, value), Map.of()))
                .isEqualTo(setting + " (flag --" + setting.replace('_', '-') + ") should be " + expected
                        + ", instead is \"" + value + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "auth.example.com",
        "ftp://auth.example.com",
        "https://auth.example.com/oauth",
        "https://auth.example.com//",
        "https://auth.example.com?a=b",
        "https://auth.example.com#top",
        "https://user@auth.example.com",
        "https://auth.example.com:0",
        "https://auth.example.com:65536",
        "https://auth example",
        "https://",
    })
    void aPublicUrlThatIsMoreThanAnOriginIsRefused(String url) {
        assertThat(Reading.refusal(Command.SERVE, Map.of("public_url", url), Map.of()))
                .isEqualTo("public_url (flag --public-url) should be " + ORIGIN + ", instead is \"" + url + '"');
    }

    @Test
    void theSourceOfABadValueIsNamed() throws Exception {
        String file = file("host: localhost\nport: eighty\n");

        assertThat(Reading.refusal(Command.EMULATE, Map.of(), Map.of("KEYWRIGHT_SEED", "x")))
                .isEqualTo("seed (environment KEYWRIGHT_SEED) should be a whole number of at most 18 digits, instead is"
                        + " \"x\"");
        assertThat(Reading.refusal(Command.SERVE, Map.of("config", file), Map.of()))
                .isEqualTo("port (file " + file + " line 2) should be a whole number from 0 to 65535, instead is"
                        + " \"eighty\"");
    }

    @Test
    void unknownNamesAreRefusedWithTheNearestKnownOne() throws Exception {
        String file = file("publik_url: https://auth.example.com\n");

        assertThat(Reading.refusal(Command.SERVE, Map.of(), Map.of("KEYWRIGHT_PUBLIC_URI", "x")))
                .isEqualTo("environment variable KEYWRIGHT_PUBLIC_URI is not a known setting; the nearest known one is"
                        + " KEYWRIGHT_PUBLIC_URL");
        assertThat(Reading.refusal(Command.SERVE, Map.of("config", file), Map.of()))
                .isEqualTo(file + " line 1: publik_url is not a known field; the nearest known one is public_url");
    }

    @Test
    void aSettingsFileHoldsSingleValuesAndNamesNoOther() throws Exception {
        String list = file("host: [a, b]\n");
        assertThat(Reading.refusal(Command.SERVE, Map.of("config", list), Map.of()))
                .isEqualTo(list + " line 1: host should be a single value, instead is a list");
        String other = file("config: other.yaml\n");
        assertThat(Reading.refusal(Command.SERVE, Map.of("config", other), Map.of()))
                .startsWith(other + " line 1: config is not a known field");
        assertThat(Reading.refusal(Command.SERVE, Map.of("config", "none.yaml"), Map.of()))
                .isEqualTo("none.yaml cannot be read: there is no such file");
    }

    /** ATTACKS B9 and G3: no way leads from production to what only the emulator may do. */
    @Test
    void whatOnlyTheEmulatorMayDoIsRefusedInProductionByEveryRoute() throws Exception {
        String file = file("auto_approve: true\n");
        String way = "; take it out to run keywright serve";

        assertThat(Reading.refusal(Command.SERVE, Map.of("auto_approve", "true"), Map.of()))
                .isEqualTo("auto_approve (flag --auto-approve) is only for keywright emulate" + way);
        assertThat(Reading.refusal(Command.SERVE, Map.of(), Map.of("KEYWRIGHT_AUTO_APPROVE", "true")))
                .isEqualTo("auto_approve (environment KEYWRIGHT_AUTO_APPROVE) is only for keywright emulate" + way);
        assertThat(Reading.refusal(Command.SERVE, Map.of("config", file), Map.of()))
                .isEqualTo("auto_approve (file " + file + " line 1) is only for keywright emulate" + way);
        assertThat(Reading.refusal(Command.SERVE, Map.of(), Map.of("KEYWRIGHT_SEED", "1")))
                .isEqualTo("seed (environment KEYWRIGHT_SEED) is only for keywright emulate" + way);
    }

    @Test
    void theEmulatorHasNotionsPrefixesAndNoSettingsFile() {
        assertThat(Reading.refusal(Command.EMULATE, Map.of(), Map.of("KEYWRIGHT_ACCESS_TOKEN_PREFIX", "abc_")))
                .isEqualTo(
                        "access_token_prefix (environment KEYWRIGHT_ACCESS_TOKEN_PREFIX) is only for keywright serve;"
                                + " take it out to run keywright emulate");
        assertThat(Reading.refusal(Command.EMULATE, Map.of(), Map.of("KEYWRIGHT_CONFIG", "x.yaml")))
                .startsWith("config (environment KEYWRIGHT_CONFIG) is only for keywright serve");
    }

    /** ATTACKS G4. */
    @ParameterizedTest(name = "serve on {0} as {1}")
    @CsvSource({
        "192.0.2.7,",
        "auth.internal,",
        "0.0.0.0, http://auth.example.com",
        "0.0.0.0, http://localhost:8787",
        "127.0.0.1, http://auth.example.com",
    })
    void productionDoesNotSpeakPlainHttpOverANetwork(String host, String publicUrl) {
        Map<String, String> flags =
                publicUrl == null ? Map.of("host", host) : Map.of("host", host, "public_url", publicUrl);

        assertThat(Reading.refusal(Command.SERVE, flags, Map.of()))
                .contains(
                        "or set allow_plain_http to true, which lets tokens and secrets cross the network unencrypted");
        assertThat(Reading.settings(Command.SERVE, flags, Map.of("KEYWRIGHT_ALLOW_PLAIN_HTTP", "true"))
                        .host())
                .isEqualTo(host);
        assertThat(Reading.settings(Command.EMULATE, flags, Map.of()).host()).isEqualTo(host);
    }

    @ParameterizedTest(name = "serve on {0} as {1}")
    @CsvSource({
        "127.0.0.1,",
        "127.0.0.1, https://auth.example.com",
        "localhost, http://localhost:8787",
        "::1, http://[::1]:8787",
        "[::1], http://127.0.0.1:8787",
        "0.0.0.0, https://auth.example.com",
    })
    void productionMayStandBehindAProxyOrOnThisMachineAlone(String host, String publicUrl) {
        Map<String, String> flags =
                publicUrl == null ? Map.of("host", host) : Map.of("host", host, "public_url", publicUrl);

        assertThat(Reading.settings(Command.SERVE, flags, Map.of()).host()).isEqualTo(host);
    }

    /** G4: with TLS of its own the server needs no proxy. */
    @ParameterizedTest(name = "serve on {0} as {1}")
    @CsvSource({
        "0.0.0.0, https://auth.example.com",
        "::, https://auth.example.com",
        "192.0.2.7,",
        "auth.internal, https://auth.example.com",
        "127.0.0.1,",
    })
    void productionWithACertificateMayBeReachedOverANetwork(String host, String publicUrl) {
        Map<String, String> flags = new HashMap<>(tls());
        flags.put("host", host);
        if (publicUrl != null) {
            flags.put("public_url", publicUrl);
        }

        assertThat(Reading.settings(Command.SERVE, flags, Map.of()).tls())
                .contains(new TlsFiles(Path.of("chain.pem"), Path.of("key.pem")));
    }

    /** Its links and its issuer would lead nowhere. */
    @ParameterizedTest(name = "serve on {0}")
    @ValueSource(strings = {"0.0.0.0", "::", "[::]"})
    void productionAtAllAddressesIsToldWhichOneIsUsed(String host) {
        Map<String, String> flags = new HashMap<>(tls());
        flags.put("host", host);

        assertThat(Reading.refusal(Command.SERVE, flags, Map.of()))
                .isEqualTo("host " + host + " stands for all addresses of this machine, so public_url should be the URL"
                        + " under which people and apps reach it");
        assertThat(Reading.settings(Command.EMULATE, Map.of("host", host), Map.of())
                        .host())
                .isEqualTo(host);
    }

    private static Map<String, String> tls() {
        return Map.of("tls_certificate", "chain.pem", "tls_private_key", "key.pem");
    }

    @Test
    void aServerWithACertificateHasAnHttpsUrl() {
        Map<String, String> flags = new HashMap<>(tls());
        flags.put("public_url", "http://localhost:8787");

        assertThat(Reading.refusal(Command.SERVE, flags, Map.of()))
                .isEqualTo(
                        "public_url http://localhost:8787 should begin with https://, because tls_certificate makes the"
                                + " server speak HTTPS");
    }

    @ParameterizedTest(name = "{0} alone")
    @CsvSource({"tls_certificate, tls_private_key", "tls_private_key, tls_certificate"})
    void aCertificateAndItsKeyAreGivenTogether(String one, String other) {
        assertThat(Reading.refusal(Command.SERVE, Map.of(one, "x.pem"), Map.of()))
                .isEqualTo(one + " (flag --" + one.replace('_', '-') + ") is nothing without " + other
                        + "; give both or none");
    }

    @ParameterizedTest(name = "keys in {0}, data in {1}")
    @CsvSource({"./data/keys, ./data", "data, ./data", "x/../data/k, data", "keys, ."})
    void keysInsideTheDataFolderAreRefused(String keys, String data) {
        assertThat(Reading.refusal(Command.SERVE, Map.of("keys", keys, "data", data), Map.of()))
                .isEqualTo("keys folder " + keys + " should be outside the data folder " + data
                        + ", so that a copy of the data is not enough to make tokens");
    }

    @ParameterizedTest(name = "{0} {1} and {2} {3}")
    @CsvSource({
        "access_token_lifetime, PT2H, absolute_lifetime, PT1H",
        "access_token_lifetime, PT2H, idle_lifetime, PT1H",
        "idle_lifetime, PT48H, absolute_lifetime, PT24H",
    })
    void aShorterLifeThatIsLongerThanTheLongerOneIsRefused(
            String shortName, String shortLife, String longName, String longLife) {
        assertThat(Reading.refusal(Command.SERVE, Map.of(shortName, shortLife, longName, longLife), Map.of()))
                .isEqualTo(shortName + " " + shortLife + " should be at most " + longName + " " + longLife);
    }

    @Test
    void bothKindsOfTokenBeginDifferently() {
        assertThat(Reading.refusal(Command.SERVE, Map.of("access_token_prefix", "nrt_"), Map.of()))
                .isEqualTo("access_token_prefix and refresh_token_prefix are both nrt_ and should differ, so that one"
                        + " token is never taken for the other");
    }

    private String file(String yaml) throws Exception {
        return Files.writeString(folder.resolve("keywright.yaml"), yaml).toString();
    }
}
