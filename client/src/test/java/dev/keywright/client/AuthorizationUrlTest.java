package dev.keywright.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationUrlTest {
    private static final URI CALLBACK = URI.create("https://app.example/callback?from=keywright");

    private final SecureRandom random = new SecureRandom();

    @Test
    void itAsksNotionWithTheParametersOfTheGuideInTheirOrder() {
        AuthorizationUrl request = AuthorizationUrl.builder("app", CALLBACK, random)
                .state(new State("a b"))
                .build();

        assertThat(request.url())
                .hasToString("https://api.notion.com/v1/oauth/authorize?response_type=code&client_id=app"
                        + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback%3Ffrom%3Dkeywright&owner=user&state=a+b");
        assertThat(request.codeVerifier()).isEmpty();
    }

    @Test
    void pkceAddsTheChallengeAndGivesTheVerifierToKeep() {
        // The example of RFC 7636, appendix B.
        CodeVerifier verifier = new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        AuthorizationUrl request =
                AuthorizationUrl.builder("app", CALLBACK, random).pkce(verifier).build();

        assertThat(request.url().getQuery())
                .endsWith("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        assertThat(request.codeVerifier()).contains(verifier);
    }

    @Test
    void everyRequestHasAStateAndAVerifierOfItsOwn() {
        AuthorizationUrl.Builder builder = AuthorizationUrl.builder("app", CALLBACK, random);
        AuthorizationUrl one = builder.pkce().build();
        AuthorizationUrl other = builder.pkce().build();

        assertThat(one.state().value())
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(other.state().value());
        assertThat(one.codeVerifier()).isPresent().isNotEqualTo(other.codeVerifier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8787", "http://127.0.0.1:8787/", "https://auth.example/keywright//"})
    void theServersPathsBeginAtTheBaseUrl(String url) {
        AuthorizationUrl request = AuthorizationUrl.builder("app", CALLBACK, random)
                .baseUrl(URI.create(url))
                .build();

        assertThat(request.url().toString()).startsWith(url.replaceFirst("/+$", "") + "/v1/oauth/authorize?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://auth.example",
                "auth.example",
                "https:///v1",
                "https://user:password@auth.example",
                "https://auth.example?x=1",
                "https://auth.example#x"
            })
    void whatIsNoBaseUrlIsRefusedWithoutQuotingIt(String url) {
        AuthorizationUrl.Builder builder = AuthorizationUrl.builder("app", CALLBACK, random);

        assertThatThrownBy(() -> builder.baseUrl(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tooshort", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX+"})
    void whatIsNoCodeVerifierIsRefused(String value) {
        assertThatThrownBy(() -> new CodeVerifier(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
