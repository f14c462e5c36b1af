package dev.keywright.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which redirect URIs a developer can add, and the reason for each that cannot be added. */
class RedirectUriRulesTest {
    private static final RedirectUriRules PRODUCTION = new RedirectUriRules(false);
    private static final RedirectUriRules EMULATOR = new RedirectUriRules(true);
    private static final List<String> REGISTERED = List.of("https://app.example/callback");

    /** A5 among them. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY",
                "javascript:alert(1) | DANGEROUS_SCHEME",
                "JAVASCRIPT:alert(1) | DANGEROUS_SCHEME",
                "data:text/html,x | DANGEROUS_SCHEME",
                "vbscript:x | DANGEROUS_SCHEME",
                "file:///etc/passwd | DANGEROUS_SCHEME",
                "blob:https://app.example/x | DANGEROUS_SCHEME",
                "https://app.example/#x | FRAGMENT",
                "https://user@app.example/ | USER_INFO",
                "https://*.app.example/ | WILDCARD",
                "/callback | RELATIVE",
                "app.example/callback | RELATIVE",
                "https:///callback | NO_HOST",
                "https://app example/ | NOT_A_URI",
                "https://app.example/callback | DUPLICATE",
            })
    void whatCannotBeAddedHasItsReasonInBothCommands(String candidate, RedirectUriRefusal reason) {
        assertThat(PRODUCTION.refusalOf(candidate, REGISTERED)).contains(reason);
        assertThat(EMULATOR.refusalOf(candidate, REGISTERED)).contains(reason);
        assertThat(reason.sentence()).endsWith(".");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://app.example/other",
                "https://app.example/callback/",
                "https://app.example/callback?tenant=7",
                "http://localhost:3000/callback",
                "http://LOCALHOST:3000/callback",
                "http://127.0.0.1:3000/callback",
                "http://[::1]:3000/callback",
                "com.example.app:/callback",
                "myapp://callback",
            })
    void whatCanBeAddedCanBeAddedInBothCommands(String candidate) {
        assertThat(PRODUCTION.refusalOf(candidate, REGISTERED)).isEmpty();
        assertThat(EMULATOR.refusalOf(candidate, REGISTERED)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "http://app.example/callback",
                "HTTP://app.example/callback",
                "http://localhost.example/callback",
                "http://192.168.1.5/callback",
                "http://127.0.0.2/callback",
            })
    void plainHttpBeyondThisMachineIsForTheEmulatorAlone(String candidate) {
        assertThat(PRODUCTION.refusalOf(candidate, REGISTERED)).contains(RedirectUriRefusal.PLAIN_HTTP);
        assertThat(EMULATOR.refusalOf(candidate, REGISTERED)).isEmpty();
    }

    @Test
    void aUriOfMoreThan2048CharactersIsTooLong() {
        String longest = "https://app.example/" + "x".repeat(2048 - 20);

        assertThat(PRODUCTION.refusalOf(longest, REGISTERED)).isEmpty();
        assertThat(PRODUCTION.refusalOf(longest + "x", REGISTERED)).contains(RedirectUriRefusal.TOO_LONG);
    }

    @Test
    void thereAreAtMostFifty() {
        List<String> full =
                IntStream.range(0, 50).mapToObj(i -> "https://app.example/" + i).toList();

        assertThat(PRODUCTION.refusalOf("https://app.example/x", full.subList(0, 49)))
                .isEmpty();
        assertThat(PRODUCTION.refusalOf("https://app.example/x", full)).contains(RedirectUriRefusal.TOO_MANY);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "http://127.0.0.1:3000/callback, true",
        "http://[::1]:3000/callback, true",
        "https://192.0.2.7/callback, true",
        "http://localhost:3000/callback, false",
        "https://1.2.3.example/callback, false",
        "myapp:/callback, false",
    })
    void anAddressInPlaceOfANameIsOneThatNotionRefuses(String registered, boolean refused) {
        assertThat(RedirectUriRules.refusedByNotion(registered)).isEqualTo(refused);
    }
}
