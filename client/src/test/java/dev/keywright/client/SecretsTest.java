package dev.keywright.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lands in a log by its toString shows nothing that opens a door. */
class SecretsTest {
    private static final String SECRET = "SECRET".repeat(8);

    static Stream<Object> everythingWithASecret() {
        TokenResponse tokens = new TokenResponse(
                SECRET,
                Optional.of(SECRET),
                Optional.empty(),
                new UUID(0, 1),
                new UUID(0, 2),
                Optional.empty(),
                Optional.empty(),
                new Owner.Person(new UUID(0, 3), Optional.of(SECRET), Optional.of(SECRET), Optional.of(SECRET)),
                Optional.empty(),
                Optional.empty());
        ClientCredentials credentials = new ClientCredentials("app", SECRET);
        return Stream.of(
                credentials,
                OAuthClient.builder(credentials).build(),
                new State(SECRET),
                new CodeVerifier(SECRET),
                AuthorizationUrl.builder("app", URI.create("https://app.example"), new SecureRandom())
                        .state(new State(SECRET))
                        .pkce(new CodeVerifier(SECRET))
                        .build(),
                new AuthorizationCallback.AuthorizationCode(SECRET),
                CodeExchange.of(SECRET)
                        .withCodeVerifier(new CodeVerifier(SECRET))
                        .withExternalAccount(new ExternalAccount(SECRET, SECRET)),
                new ExternalAccount(SECRET, SECRET),
                tokens,
                tokens.owner(),
                TokenPair.of(tokens, Instant.EPOCH),
                new AccessToken(SECRET));
    }

    @ParameterizedTest
    @MethodSource("everythingWithASecret")
    void itPrintsNoSecret(Object value) {
        assertThat(value.toString()).contains("***").doesNotContain("SECRET");
    }
}
