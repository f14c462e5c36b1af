package dev.keywright.server.oauth;

import dev.keywright.protocol.RevocationResponse;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Revoke;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireErrors;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.oauth.ClientEndpoint.Result;
import dev.keywright.server.store.Store;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** {@code POST /v1/oauth/revoke} (RFC 7009): ends the authorization of a token of the caller. All else is 200 too. */
public final class RevocationEndpoint implements TokenParameter.Action<Connection> {
    private final Store store;
    private final TokenCodec codec;
    private final AuthorizationPolicy policy;
    private final InstantSource clock;
    private final AuditTrail audit;

    /** The endpoint over a store. */
    public RevocationEndpoint(
            Store store, TokenCodec codec, AuthorizationPolicy policy, InstantSource clock, AuditTrail audit) {
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(
                        Subject.OAUTH,
                        "Ends the authorization of a token",
                        "Any token of it will do. An unknown token, or another client's, is answered alike and ends nothing.")
                .answering(Reply.json(
                        200,
                        "Done, or there was nothing to do.",
                        Schema.object(WireErrors.requestId()).named("RevocationResponse")));
    }

    @Override
    public Result act(Request request, Connection client, String presented) {
        AuditEvent event = codec.decode(presented)
                .map(token -> revoke(client, token))
                .orElseGet(() -> new AuditEvent.NothingToRevoke(client.id()));
        audit.record(request.id(), event);
        return new Result.Done(Answer.ok(request, new RevocationResponse()));
    }

    private AuditEvent revoke(Connection client, Token token) {
        Revoke.Outcome outcome = store.authorizations()
                .apply(
                        token.authorization(),
                        new Revoke(token, client.id(), policy, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return switch (outcome) {
            case Revoke.Revoked(Authorization row) ->
                new AuditEvent.Ended(row.id().ref(), client.id(), EndReason.REVOKED);
            case Revoke.ForeignToken(Authorization row) -> AuditedRefusals.foreign(row, client.id());
            case Revoke.AlreadyEnded ended -> new AuditEvent.NothingToRevoke(client.id());
            case Revoke.UnknownAuthorization unknown -> new AuditEvent.NothingToRevoke(client.id());
            case Revoke.NotIssued notIssued -> new AuditEvent.NothingToRevoke(client.id());
        };
    }
}
