package dev.keywright.server.oauth;

import dev.keywright.protocol.Owner;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.TokenResponse;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPair;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.NamedGrant;
import dev.keywright.server.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says what was issued: the pair of a committed generation, with the names of workspace and owner. */
final class TokenResponses {
    private final TokenCodec codec;
    private final AuthorizationPolicy policy;

    TokenResponses(TokenCodec codec, AuthorizationPolicy policy) {
        this.codec = codec;
        this.policy = policy;
    }

    TokenResponse of(
            NamedGrant named,
            Connection client,
            Authorization row,
            Active state,
            Bot bot,
            Optional<PageId> duplicated,
            Instant now) {
        TokenPair pair = codec.pair(row.id(), state);
        Workspace workspace = named.workspace().orElseThrow();
        Person person = named.person().orElseThrow();
        return new TokenResponse(
                pair.accessToken(),
                client.refreshTokens() ? Optional.of(pair.refreshToken()) : Optional.empty(),
                expiresIn(row, state, now),
                row.bot(),
                workspace.icon(),
                Optional.of(workspace.name()),
                workspace.id(),
                new Owner.User(person, bot.capabilities().people()),
                duplicated);
    }

    /** Said only where an access-token lifetime is set; an authorization that ends first shortens it. */
    private Optional<Duration> expiresIn(Authorization row, Active state, Instant now) {
        return policy.accessTokenLifetime()
                .flatMap(lifetime -> policy.accessTokenEnd(row, state, state.current()))
                .map(end -> Duration.between(now, end));
    }
}
