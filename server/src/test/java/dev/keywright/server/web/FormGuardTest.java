package dev.keywright.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B1: which forms are believed to come from a page of this server that was shown to this visitor. */
class FormGuardTest {
    private static final Visitor VISITOR = new Visitor.Anonymous("the token");

    private static boolean accepts(String publicUrl, Visitor visitor, String origin, String site, String token) {
        Map<String, String> headers = Map.of(
                "origin", origin,
                "sec-fetch-site", site,
                "content-type", "application/x-www-form-urlencoded");
        Request request = new Request(
                "id",
                "POST",
                "/",
                "",
                name -> Optional.ofNullable(headers.get(name)).filter(value -> !value.isEmpty()).stream()
                        .toList(),
                ("csrf=" + token).getBytes(StandardCharsets.UTF_8),
                "192.0.2.1");
        return new FormGuard(publicUrl)
                .problem(request, visitor, Form.of(request).orElseThrow())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: origin {1}, site {2}: {3}")
    @CsvSource({
        "https://auth.example,   https://auth.example,     same-origin, true",
        "https://auth.example,   https://auth.example,     '',          true",
        "https://auth.example,   https://auth.example:443, '',          true",
        "https://auth.example/,  HTTPS://AUTH.EXAMPLE,     '',          true",
        "https://auth.example,   https://auth.example,     same-site,   false",
        "https://auth.example,   https://auth.example,     cross-site,  false",
        "https://auth.example,   http://auth.example,      '',          false",
        "https://auth.example,   https://auth.example:8443,'',          false",
        "https://auth.example,   https://evil.example,     same-origin, false",
        "https://auth.example,   https://auth.example.evil.example, '', false",
        "https://auth.example,   'not an origin',          same-origin, false",
        "https://auth.example,   null,                     same-origin, true",
        "https://auth.example,   null,                     '',          false",
        "https://auth.example,   '',                       same-origin, true",
        "https://auth.example,   '',                       none,        true",
        "https://auth.example,   '',                       '',          false",
        "http://127.0.0.1:8787,  http://localhost:8787,    same-origin, true",
        "http://127.0.0.1:8787,  http://[::1]:8787,        '',          true",
        "http://127.0.0.1:8787,  http://localhost:8788,    '',          false",
        "http://127.0.0.1:8787,  http://rebound.example:8787, '',       false",
    })
    void theBrowserMustSayThatThePageIsOfThisOrigin(String publicUrl, String origin, String site, boolean accepted) {
        assertThat(accepts(publicUrl, VISITOR, origin, site, "the+token")).isEqualTo(accepted);
    }

    @ParameterizedTest(name = "token {0}")
    @CsvSource({"''", "the%20toke", "the%20token%20", "The%20Token"})
    void theFormMustHaveTheTokenOfThisVisitor(String token) {
        assertThat(accepts("https://auth.example", VISITOR, "https://auth.example", "same-origin", token))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource("https://auth.example")
    void whoeverWasGivenNoTokenSendsNoForm(String own) {
        assertThat(accepts(own, new Visitor.Anonymous(""), own, "same-origin", ""))
                .isFalse();
        assertThat(List.of(VISITOR.toString())).doesNotContain("the token");
    }
}
