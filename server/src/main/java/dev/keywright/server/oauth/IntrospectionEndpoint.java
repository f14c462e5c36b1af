package dev.keywright.server.oauth;

import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.IntrospectionResponse;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Honour;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.oauth.ClientEndpoint.Result;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.Store;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code POST /v1/oauth/introspect} (RFC 7662): whether a token of the caller is good. Unknown, foreign, expired, ended
 * and malformed tokens look the same, and nothing ever ends by being asked about.
 */
public final class IntrospectionEndpoint implements TokenParameter.Action {
    private final Store store;
    private final TokenCodec codec;
    private final AuthorizationPolicy policy;
    private final InstantSource clock;
    private final Dialect dialect;

    /** The endpoint over a store. */
    public IntrospectionEndpoint(
            Store store, TokenCodec codec, AuthorizationPolicy policy, InstantSource clock, Dialect dialect) {
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.clock = clock;
        this.dialect = dialect;
    }

    @Override
    public Result act(Request request, Connection client, String presented) {
        IntrospectionResponse response = codec.decode(presented)
                .flatMap(token -> introspect(client, token))
                .orElseGet(IntrospectionResponse.Inactive::new);
        return new Result.Done(Answer.ok(request, response));
    }

    private Optional<IntrospectionResponse> introspect(Connection client, Token token) {
        Optional<Grant> grant = store.authorizations().find(token.authorization());
        if (grant.isEmpty() || grant.get().bot().isEmpty()) {
            return Optional.empty();
        }
        Authorization row = grant.get().authorization();
        if (!row.installation().client().equals(client.id())) {
            return Optional.empty();
        }
        return switch (Honour.of(token, row, policy, clock.instant())) {
            case Honour.Honoured honoured ->
                Optional.of(active(row, grant.get().bot().get(), honoured));
            case Honour.NotHonoured not -> Optional.empty();
        };
    }

    private IntrospectionResponse active(Authorization row, Bot bot, Honour.Honoured honoured) {
        String scope = bot.capabilities().scope();
        return dialect.detailedIntrospection()
                ? new IntrospectionResponse.ActiveInDetail(
                        scope,
                        honoured.issuedAt(),
                        row.installation().client(),
                        honoured.expiresAt(),
                        row.bot(),
                        row.installation().workspace())
                : new IntrospectionResponse.Active(scope, honoured.issuedAt());
    }
}
