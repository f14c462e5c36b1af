package dev.keywright.bench.peer.spring;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenClaimsSet;

/** Makes authorizations as the code grant leaves them. */
final class Authorizations {
    static final String SCOPE = "api";

    /** As many as the framework gives a token that is opaque. */
    private static final int TOKEN_BYTES = 96;

    private final SecureRandom random = new SecureRandom();
    private final RegisteredClient client;

    Authorizations(RegisteredClient client) {
        this.client = client;
    }

    OAuth2Authorization make(int number) {
        Instant now = Instant.now();
        String person = "person-" + number;
        OAuth2AccessToken access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token(), now, now.plus(Duration.ofDays(1)), Set.of(SCOPE));
        return OAuth2Authorization.withRegisteredClient(client)
                .id(UUID.randomUUID().toString())
                .principalName(person)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(Set.of(SCOPE))
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()))
                .token(access, metadata -> {
                    metadata.put(OAuth2TokenFormat.class.getName(), OAuth2TokenFormat.REFERENCE.getValue());
                    metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, claims(person, access));
                })
                .refreshToken(new OAuth2RefreshToken(token(), now, now.plus(Duration.ofDays(14))))
                .build();
    }

    /** What introspection answers; in the collections that the framework uses, others it cannot read from the database. */
    private Map<String, Object> claims(String person, OAuth2AccessToken token) {
        return OAuth2TokenClaimsSet.builder()
                .issuer("http://127.0.0.1")
                .subject(person)
                .audience(Collections.singletonList(client.getClientId()))
                .issuedAt(token.getIssuedAt())
                .expiresAt(token.getExpiresAt())
                .notBefore(token.getIssuedAt())
                .id(UUID.randomUUID().toString())
                .claim("scope", token.getScopes())
                .build()
                .getClaims();
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }
}
