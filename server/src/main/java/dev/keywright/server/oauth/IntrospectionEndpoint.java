package dev.keywright.server.oauth;

import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.IntrospectionResponse;
import dev.keywright.server.bearer.Inspected;
import dev.keywright.server.bearer.TokenInspection;
import dev.keywright.server.description.Operation;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.oauth.ClientEndpoint.Result;
import java.util.Optional;

/**
 * {@code POST /v1/oauth/introspect} (RFC 7662): whether a token is good that the caller may see. Unknown, foreign, expired,
 * ended and malformed tokens look the same, and nothing ever ends by being asked about.
 */
public final class IntrospectionEndpoint implements TokenParameter.Action<Introspector> {
    private final TokenInspection tokens;
    private final Dialect dialect;

    /** The endpoint that tells what {@code tokens} finds. */
    public IntrospectionEndpoint(TokenInspection tokens, Dialect dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
    }

    @Override
    public Operation operation(String method) {
        return IntrospectionSchema.operation(dialect);
    }

    @Override
    public Result act(Request request, Introspector asking, Optional<Presented> presented) {
        return new Result.Done(
                switch (inspected(presented)) {
                    case Inspected.Live live when asking.maySee(live) -> Answer.ok(request, active(live));
                    case Inspected.Live foreign ->
                        inactive(
                                request,
                                "it is good, and not the caller's to see: a connection sees its own tokens, a"
                                        + " resource server every access token");
                    case Inspected.Dead(String why) -> inactive(request, why);
                });
    }

    private Inspected inspected(Optional<Presented> presented) {
        return presented
                .map(one -> tokens.inspect(one.token(), one.authorization().named()))
                .orElseGet(TokenInspection::notOurs);
    }

    private static Answer inactive(Request request, String why) {
        return Answer.ok(request, new IntrospectionResponse.Inactive()).because("the token is inactive: " + why);
    }

    private IntrospectionResponse active(Inspected.Live live) {
        String scope = live.bot().capabilities().scope();
        return dialect.detailedIntrospection()
                ? new IntrospectionResponse.ActiveInDetail(
                        scope,
                        live.honoured().issuedAt(),
                        live.connection().id(),
                        live.honoured().expiresAt(),
                        live.bot().id(),
                        live.bot().installation().workspace())
                : new IntrospectionResponse.Active(scope, live.honoured().issuedAt());
    }
}
