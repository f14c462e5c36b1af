package dev.keywright.server.oauth;

import dev.keywright.protocol.RevocationResponse;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Revoke;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireErrors;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.oauth.ClientEndpoint.Result;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** {@code POST /v1/oauth/revoke} (RFC 7009): ends the authorization of a token of the caller. All else is 200 too. */
public final class RevocationEndpoint implements TokenParameter.Action<Connection> {
    private final AuthorizationPolicy policy;
    private final InstantSource clock;
    private final AuditTrail audit;

    /** The endpoint that writes down in {@code audit} what ended. */
    public RevocationEndpoint(AuthorizationPolicy policy, InstantSource clock, AuditTrail audit) {
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
    public Result act(Request request, Connection client, Optional<Presented> presented) {
        AuditEvent event =
                presented.map(one -> revoke(client, one)).orElseGet(() -> new AuditEvent.NothingToRevoke(client.id()));
        audit.record(request.id(), event);
        return new Result.Done(Answer.ok(request, new RevocationResponse()));
    }

    private AuditEvent revoke(Connection client, Presented presented) {
        Revoke revocation = new Revoke(
                presented.token(), client.id(), policy, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Revoke.Outcome outcome = presented.authorization().decide(revocation).outcome();
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
