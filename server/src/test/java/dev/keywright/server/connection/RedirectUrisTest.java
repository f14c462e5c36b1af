package dev.keywright.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which redirect URIs can be registered, and when a requested one is a registered one. */
class RedirectUrisTest {
    private static final List<String> REGISTERED = List.of(
            "https://app.example/callback",
            "https://app.example/callback?tenant=7",
            "http://127.0.0.1:9000/callback",
            "http://127.0.0.1/bare",
            "http://127.0.0.1",
            "http://[::1]:9000/callback",
            "http://localhost:9000/callback",
            "https://127.0.0.1:9000/tls",
            "app.example.mobile:/callback");

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://app.example/callback",
                "https://app.example/callback?tenant=7",
                "http://127.0.0.1:9000/callback",
                "http://127.0.0.1",
                "http://[::1]:9000/callback",
                "http://localhost:9000/callback",
                "app.example.mobile:/callback",
            })
    void aRegisteredUriMatchesItself(String requested) {
        assertThat(RedirectUris.matches(REGISTERED, requested, false)).isTrue();
        assertThat(RedirectUris.matches(REGISTERED, requested, true)).isTrue();
    }

    /** A2: letter by letter (RFC 9700 §4.1.3), wherever a port may vary. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "https://evil.example/callback",
                "https://app.example.evil.example/callback",
                "https://evil.example/app.example/callback",
                "https://sub.app.example/callback",
                "https://app.example",
                "https://app.example/",
                "https://app.example/callback/",
                "https://app.example/callback/more",
                "https://app.example/callbac",
                "https://app.example/callback?",
                "https://app.example/callback?tenant=8",
                "https://app.example/callback?tenant=7&more=1",
                "https://app.example/callback?TENANT=7",
                "https://app.example/callback#",
                "https://app.example/callback#x",
                "https://app.example/Callback",
                "https://App.example/callback",
                "HTTPS://app.example/callback",
                "http://app.example/callback",
                "https://app.example:443/callback",
                "https://app.example:9000/callback",
                "https://app.example@evil.example/callback",
                "https://user@app.example/callback",
                "https://app.example/%63allback",
                "https://app.example/x/%2e%2e/callback",
                "https://app.example/x/../callback",
                "https://app.example//callback",
                "https://app.example\\callback",
                "https://app.example\\@evil.example/callback",
                "https://app.example%00.evil.example/callback",
                "https://\u0430pp.example/callback",
                "https://app.example./callback",
                "//app.example/callback",
                "/callback",
                "app.example.mobile:/callback2",
                "app.example.mobile://callback",
                " https://app.example/callback",
                "https://app.example/callback\n",
            })
    void whatOnlyResemblesARegisteredUriDoesNotMatch(String requested) {
        assertThat(RedirectUris.matches(REGISTERED, requested, false)).isFalse();
        assertThat(RedirectUris.matches(REGISTERED, requested, true)).isFalse();
    }

    /** A3: RFC 8252 §7.3. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "http://127.0.0.1:51004/callback",
                "http://127.0.0.1/callback",
                "http://127.0.0.1:51004/bare",
                "http://127.0.0.1:51004",
                "http://[::1]:51004/callback",
                "http://[::1]/callback",
            })
    void thePortOfALoopbackIpMayVaryWhereItMay(String requested) {
        assertThat(RedirectUris.matches(REGISTERED, requested, true)).isTrue();
        assertThat(RedirectUris.matches(REGISTERED, requested, false)).isFalse();
    }

    /** A3: and nothing but the port. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "http://localhost:51004/callback",
                "http://127.0.0.1:51004/other",
                "http://127.0.0.1:51004/callback?x=1",
                "http://127.0.0.1:51004/callback#x",
                "http://127.0.0.1:51004/",
                "http://127.0.0.2:51004/callback",
                "http://127.1:51004/callback",
                "http://0.0.0.0:51004/callback",
                "http://[::]:51004/callback",
                "http://[0:0:0:0:0:0:0:1]:51004/callback",
                "http://[::1]:51004/bare",
                "https://127.0.0.1:51004/tls",
                "HTTP://127.0.0.1:51004/callback",
                "http://127.0.0.1:/callback",
                "http://127.0.0.1:x/callback",
                "http://127.0.0.1:123456/callback",
                "http://127.0.0.1:51004@evil.example/callback",
                "http://127.0.0.1:51004.evil.example/callback",
                "http://user@127.0.0.1:51004/callback",
                "http://127.0.0.1:51004\\@evil.example/callback",
            })
    void nothingButThePortOfALoopbackIpMayVary(String requested) {
        assertThat(RedirectUris.matches(REGISTERED, requested, true)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://app.example/callback",
                "http://localhost:3000/auth/callback",
                "http://127.0.0.1/callback",
                "http://[::1]:9000/callback",
                "https://app.example/callback?tenant=7",
                "https://abcdefghijklmnop.chromiumapp.org/notion",
                "com.example.app:/callback",
                "myapp://callback",
            })
    void aUriThatCanReceiveARedirectCanBeRegistered(String candidate) {
        assertThat(RedirectUris.problemWith(candidate)).isEmpty();
    }

    /** A5: what a browser would run or read instead of asking a server (RFC 6819 §4.1). */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://app.example/x",
                "about:blank",
                "view-source:https://app.example/",
                "filesystem:https://app.example/x",
            })
    void aDangerousSchemeCannotBeRegistered(String candidate) {
        assertThat(RedirectUris.problemWith(candidate))
                .hasValueSatisfying(problem ->
                        assertThat(problem).startsWith("the scheme ").endsWith("cannot receive a redirect safely"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 to 2048 characters",
                "https://app.example/#fragment | no fragment",
                "https://app.example/# | no fragment",
                "https://*.app.example/ | no wildcards",
                "https://app.example/* | no wildcards",
                "https:///callback | names no host",
                "https:callback | names no host",
                "http:/callback | names no host",
                "/callback | absolute",
                "app.example/callback | absolute",
                "//app.example/callback | absolute",
                "https://user@app.example/ | no user name",
                "https://app.example@evil.example/ | no user name",
                "https://app example/ | not a valid URI",
                "https://app.example\\x | not a valid URI",
                "https://app.example/%zz | not a valid URI",
            })
    void whatIsNoRedirectUriCannotBeRegistered(String candidate, String problem) {
        assertThat(RedirectUris.problemWith(candidate))
                .hasValueSatisfying(said -> assertThat(said).contains(problem));
    }

    @Test
    void aUriOfMoreThan2048CharactersCannotBeRegistered() {
        String longest = "https://app.example/" + "x".repeat(2048 - 20);

        assertThat(RedirectUris.problemWith(longest)).isEmpty();
        assertThat(RedirectUris.problemWith(longest + "x")).isPresent();
    }
}
