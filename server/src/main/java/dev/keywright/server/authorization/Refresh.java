package dev.keywright.server.authorization;

import dev.keywright.protocol.ClientId;
import java.time.Instant;

/**
 * The rotation of a pair (RFC 6749 §6, RFC 9700 §4.14.2). Within the grace the previous refresh token gets the very same
 * successor again, so that a lost answer can be asked for again; outside it a replaced token ends the authorization.
 *
 * @param token a genuine refresh token
 * @param presentedBy the client that authenticated
 * @param signing the key the next generation is made with
 */
public record Refresh(Token token, ClientId presentedBy, KeyId signing, AuthorizationPolicy policy, Instant now)
        implements Decision<Refresh.Outcome> {
    /** What came of a refresh. */
    public sealed interface Outcome {}

    /**
     * The token was good.
     *
     * @param state the generation whose pair is answered
     * @param repeated whether that generation had been made before, and its answer perhaps lost
     */
    public record Refreshed(Authorization row, Active state, boolean repeated) implements Outcome {}

    /** The token was not good; nothing is issued. */
    public sealed interface Refused extends Outcome {}

    /** The row that the token names is not there: swept, reset or never committed. */
    public record UnknownAuthorization() implements Refused {}

    /** The token is another client's; its authorization stays untouched. */
    public record ForeignToken(Authorization row) implements Refused {}

    /** The token had been replaced and the grace is over: the authorization ends. */
    public record Replayed(Authorization row, long presented, long current) implements Refused {}

    /** The token is not honoured, and nothing changes. */
    public record NotHonoured(Authorization row, Standing standing) implements Refused {}

    @Override
    public Outcome unknown() {
        return new UnknownAuthorization();
    }

    @Override
    public Verdict<Outcome> decide(Authorization row) {
        if (!row.installation().client().equals(presentedBy)) {
            return Verdict.unchanged(new ForeignToken(row));
        }
        Standing standing = Standing.of(token, row, policy, now);
        return switch (standing) {
            case Standing.Current(Issue issue) -> rotate(row, (Active) row.state());
            case Standing.Previous(Issue issue) -> Verdict.unchanged(new Refreshed(row, (Active) row.state(), true));
            case Standing.Replaced(long presented, long current) -> {
                Authorization over = row.ended(EndReason.REFRESH_TOKEN_REPLAYED, now);
                yield Verdict.changed(new Replayed(over, presented, current), over);
            }
            case Standing.Ahead ahead -> Verdict.unchanged(new NotHonoured(row, ahead));
            case Standing.OtherKey otherKey -> Verdict.unchanged(new NotHonoured(row, otherKey));
            case Standing.Outlived outlived -> Verdict.unchanged(new NotHonoured(row, outlived));
            case Standing.Over over -> Verdict.unchanged(new NotHonoured(row, over));
        };
    }

    private Verdict<Outcome> rotate(Authorization row, Active active) {
        Active rotated = active.next(new Issue(signing, row.stamp(now)));
        Authorization next = row.in(rotated);
        return Verdict.changed(new Refreshed(next, rotated, false), next);
    }
}
