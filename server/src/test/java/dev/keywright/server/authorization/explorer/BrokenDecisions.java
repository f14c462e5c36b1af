package dev.keywright.server.authorization.explorer;

import static dev.keywright.server.authorization.explorer.Altered.answered;
import static dev.keywright.server.authorization.explorer.Altered.written;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Honour;
import dev.keywright.server.authorization.Pending;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Revoke;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.Verdict;
import java.time.Instant;
import java.util.Optional;

/** The redemption, the revocation, the bearer check and the compare-and-set, each broken in a way that real servers were. */
enum BrokenDecisions implements Decisions {
    A_WRITE_THAT_DOES_NOT_COMPARE(Invariant.I2) {
        @Override
        public boolean maySwap(Authorization stored, Authorization read) {
            return true;
        }
    },

    A_WRITE_TO_AN_ACTIVE_ROW_THAT_DOES_NOT_COMPARE(Invariant.I3) {
        @Override
        public boolean maySwap(Authorization stored, Authorization read) {
            return read.state() instanceof Active || stored.version() == read.version();
        }
    },

    A_CODE_THAT_CAN_BE_USED_AGAIN(Invariant.I2) {
        @Override
        public Decision<Redeem.Outcome> redeem(Redeem real) {
            return new Altered<>(
                    real, row -> real.decide(row.state() instanceof Active ? Rows.pendingAgain(row) : row));
        }
    },

    A_REPLAYED_CODE_THAT_ENDS_NOTHING(Invariant.I3) {
        @Override
        public Decision<Redeem.Outcome> redeem(Redeem real) {
            return new Altered<>(
                    real,
                    row -> row.state() instanceof Active
                            ? answered(new Redeem.CodeAlreadyUsed(row))
                            : real.decide(row));
        }
    },

    A_CODE_THAT_ANOTHER_CLIENT_MAY_USE(Invariant.I4) {
        @Override
        public Decision<Redeem.Outcome> redeem(Redeem real) {
            return new Redeem(
                    Client.OWNER.id(),
                    real.redirectUri(),
                    real.verifier(),
                    real.externalAccount(),
                    real.copyId(),
                    real.signing(),
                    real.policy(),
                    real.now());
        }
    },

    A_REDEMPTION_THAT_ANSWERS_BEFORE_IT_WRITES(Invariant.I6) {
        @Override
        public Decision<Redeem.Outcome> redeem(Redeem real) {
            return new Altered<>(real, row -> answered(real.decide(row).outcome()));
        }
    },

    A_REDEMPTION_THAT_THROWS_WHEN_THE_AUTHORIZATION_IS_OVER(Invariant.I7) {
        @Override
        public Decision<Redeem.Outcome> redeem(Redeem real) {
            return new Altered<>(real, row -> {
                if (row.state() instanceof Ended) {
                    throw new IllegalStateException("nobody thought of this");
                }
                return real.decide(row);
            });
        }
    },

    A_REVOCATION_THAT_ENDS_ONLY_THE_CURRENT_GENERATION(Invariant.I3) {
        @Override
        public Decision<Revoke.Outcome> revoke(Revoke real) {
            return new Altered<>(
                    real,
                    row -> row.state() instanceof Active active
                                    && active.previous().isPresent()
                            ? revokeCurrent(row, active)
                            : real.decide(row));
        }

        private Verdict<Revoke.Outcome> revokeCurrent(Authorization row, Active active) {
            Active before =
                    new Active(active.generation() - 1, active.previous().orElseThrow(), Optional.empty());
            Authorization next = Rows.rewritten(row, before);
            return written(new Revoke.Revoked(next), next);
        }
    },

    A_REVOCATION_THAT_DOES_NOT_RAISE_THE_VERSION(Invariant.I3) {
        @Override
        public Decision<Revoke.Outcome> revoke(Revoke real) {
            return new Altered<>(real, row -> {
                Verdict<Revoke.Outcome> verdict = real.decide(row);
                return new Verdict<>(
                        verdict.outcome(),
                        verdict.next().map(next -> Rows.ofVersion(row.version(), next)),
                        verdict.consequences());
            });
        }
    },

    A_DISCONNECT_THAT_FORGETS_PENDING_CODES(Invariant.I3) {
        @Override
        public Authorization disconnected(Authorization row, Instant now) {
            return row.state() instanceof Pending ? row : REAL.disconnected(row, now);
        }
    },

    A_BEARER_CHECK_THAT_FORGETS_THE_KEY(Invariant.I4) {
        @Override
        public Honour honour(Token token, Authorization row, AuthorizationPolicy policy, Instant now) {
            return row.state() instanceof Active active && active.generation() == token.generation()
                    ? new Honour.Honoured(now, Optional.empty())
                    : REAL.honour(token, row, policy, now);
        }
    },

    A_BEARER_CHECK_THAT_HONOURS_EVERY_GENERATION(Invariant.I1) {
        @Override
        public Honour honour(Token token, Authorization row, AuthorizationPolicy policy, Instant now) {
            return row.state() instanceof Active active && active.generation() > token.generation()
                    ? new Honour.Honoured(now, Optional.empty())
                    : REAL.honour(token, row, policy, now);
        }
    },

    A_BEARER_CHECK_THAT_HONOURS_AT_THE_VERY_END(Invariant.I5) {
        @Override
        public Honour honour(Token token, Authorization row, AuthorizationPolicy policy, Instant now) {
            return REAL.honour(token, row, policy, now.minusMillis(1));
        }
    };

    /** The invariant that the walk must find broken. */
    final Invariant broken;

    BrokenDecisions(Invariant broken) {
        this.broken = broken;
    }
}
