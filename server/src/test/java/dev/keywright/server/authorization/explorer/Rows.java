package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.State;
import java.time.Instant;

/** Rows as no real decision leaves them. */
final class Rows {
    private Rows() {}

    /** The row in another state, one version on. */
    static Authorization rewritten(Authorization row, State state) {
        return of(row, row.version() + 1, row.consentedAt(), state);
    }

    /** The row as if its code had never been used. */
    static Authorization pendingAgain(Authorization row) {
        return of(row, row.version(), row.consentedAt(), Setup.GRACE.row().state());
    }

    /** The row with another version. */
    static Authorization ofVersion(long version, Authorization row) {
        return of(row, version, row.consentedAt(), row.state());
    }

    /** The row as if the person had consented at another time. */
    static Authorization consentedAt(Instant when, Authorization row) {
        return of(row, row.version(), when, row.state());
    }

    private static Authorization of(Authorization row, long version, Instant consentedAt, State state) {
        return new Authorization(
                row.id(), version, row.installation(), row.bot(), consentedAt, state, row.externalAccount());
    }
}
