package dev.keywright.server.authorization;

import dev.keywright.protocol.ClientId;
import java.time.Instant;

/**
 * Revocation by any genuine token of the authorization, of either kind and any generation, from its own client
 * (RFC 7009 §2.1). It ends the whole authorization.
 */
public record Revoke(Token token, ClientId presentedBy, AuthorizationPolicy policy, Instant now)
        implements Decision<Revoke.Outcome> {
    /** What came of a revocation. To the client all of it looks the same. */
    public sealed interface Outcome {}

    /** The authorization is over now. */
    public record Revoked(Authorization row) implements Outcome {}

    /** The authorization had ended before, and stays so. */
    public record AlreadyEnded(Authorization row) implements Outcome {}

    /** The row that the token names is not there. */
    public record UnknownAuthorization() implements Outcome {}

    /** The token is another client's; its authorization stays untouched. */
    public record ForeignToken(Authorization row) implements Outcome {}

    /** The token was made with a key that the row did not use for that generation; nothing changes. */
    public record NotIssued(Authorization row) implements Outcome {}

    @Override
    public Outcome unknown() {
        return new UnknownAuthorization();
    }

    @Override
    public Verdict<Outcome> decide(Authorization row) {
        if (!row.installation().client().equals(presentedBy)) {
            return Verdict.unchanged(new ForeignToken(row));
        }
        if (row.state() instanceof Ended) {
            return Verdict.unchanged(new AlreadyEnded(row));
        }
        if (Standing.of(token, row, policy, now) instanceof Standing.OtherKey) {
            return Verdict.unchanged(new NotIssued(row));
        }
        Authorization over = row.ended(EndReason.REVOKED, now);
        return Verdict.changed(new Revoked(over), over);
    }
}
