package dev.keywright.server.authorization.explorer;

import static dev.keywright.server.authorization.explorer.Altered.answered;
import static dev.keywright.server.authorization.explorer.Altered.written;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Issue;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Verdict;
import java.time.Duration;
import java.util.Optional;

/** The refresh, broken in ways that real servers' refreshes were. */
enum BrokenRefreshes implements Decisions {
    A_GRACE_THAT_INCLUDES_ITS_END(Invariant.I1) {
        @Override
        Verdict<Refresh.Outcome> decide(Refresh real, Authorization row) {
            return withGrace(real, real.policy().rotationGrace().plusMillis(1)).decide(row);
        }
    },

    A_GRACE_THAT_BEGINS_ANEW_AT_EACH_REPEAT(Invariant.I1) {
        @Override
        Verdict<Refresh.Outcome> repeat(Refresh real, Authorization row, Active active) {
            Active later =
                    new Active(active.generation(), new Issue(active.current().keyId(), real.now()), active.previous());
            Authorization next = Rows.rewritten(row, later);
            return written(new Refresh.Refreshed(next, later, true), next);
        }
    },

    A_GRACE_FOR_EVERY_GENERATION(Invariant.I1) {
        @Override
        Verdict<Refresh.Outcome> decide(Refresh real, Authorization row) {
            Verdict<Refresh.Outcome> verdict = real.decide(row);
            return verdict.outcome() instanceof Refresh.Replayed
                            && row.state() instanceof Active active
                            && real.now().isBefore(active.current().since().plusSeconds(60))
                    ? answered(new Refresh.Refreshed(row, active, true))
                    : verdict;
        }
    },

    A_REPEAT_THAT_ROTATES_AGAIN(Invariant.I1) {
        @Override
        Verdict<Refresh.Outcome> repeat(Refresh real, Authorization row, Active active) {
            return rotated(real, row, active);
        }
    },

    A_REPEAT_THAT_MAKES_A_SECOND_CHAIN(Invariant.I4) {
        @Override
        Verdict<Refresh.Outcome> repeat(Refresh real, Authorization row, Active active) {
            Active other = new Active(active.generation(), otherIssue(active), active.previous());
            Authorization next = Rows.rewritten(row, other);
            return written(new Refresh.Refreshed(next, other, true), next);
        }
    },

    A_REPEAT_THAT_ANSWERS_A_PAIR_OF_ITS_OWN(Invariant.I6) {
        @Override
        Verdict<Refresh.Outcome> repeat(Refresh real, Authorization row, Active active) {
            Active other = new Active(active.generation(), otherIssue(active), active.previous());
            return answered(new Refresh.Refreshed(row, other, true));
        }
    },

    A_REPLAY_THAT_ENDS_NOTHING(Invariant.I3) {
        @Override
        Verdict<Refresh.Outcome> decide(Refresh real, Authorization row) {
            return answeredOnlyIfReplayed(real.decide(row));
        }

        private Verdict<Refresh.Outcome> answeredOnlyIfReplayed(Verdict<Refresh.Outcome> verdict) {
            return verdict.outcome() instanceof Refresh.Replayed replayed ? answered(replayed) : verdict;
        }
    },

    A_LATE_REFRESH_THAT_REVIVES_WHAT_HAS_ENDED(Invariant.I3) {
        @Override
        Verdict<Refresh.Outcome> decide(Refresh real, Authorization row) {
            return row.state() instanceof Ended
                    ? rotated(
                            real,
                            row,
                            new Active(
                                    real.token().generation(),
                                    new Issue(real.token().keyId(), real.now()),
                                    Optional.empty()))
                    : real.decide(row);
        }
    },

    A_REFRESH_THAT_FORGETS_WHOSE_TOKEN_IT_IS(Invariant.I4) {
        @Override
        Verdict<Refresh.Outcome> decide(Refresh real, Authorization row) {
            return new Refresh(real.token(), Client.OWNER.id(), real.signing(), real.policy(), real.now()).decide(row);
        }
    },

    A_REFRESH_THAT_PUSHES_THE_ABSOLUTE_END(Invariant.I5) {
        @Override
        Verdict<Refresh.Outcome> decide(Refresh real, Authorization row) {
            Verdict<Refresh.Outcome> verdict = real.decide(row);
            return verdict.outcome() instanceof Refresh.Refreshed
                    ? new Verdict<>(
                            verdict.outcome(),
                            verdict.next().map(next -> Rows.consentedAt(real.now(), next)),
                            verdict.consequences())
                    : verdict;
        }
    },

    A_REFRESH_WITHOUT_A_REASON_FOR_ITS_REFUSAL(Invariant.I7) {
        @Override
        Verdict<Refresh.Outcome> decide(Refresh real, Authorization row) {
            Verdict<Refresh.Outcome> verdict = real.decide(row);
            if (verdict.outcome() instanceof Refresh.NotHonoured) {
                throw new IllegalArgumentException();
            }
            return verdict;
        }
    };

    /** The invariant that the walk must find broken. */
    final Invariant broken;

    BrokenRefreshes(Invariant broken) {
        this.broken = broken;
    }

    @Override
    public Decision<Refresh.Outcome> refresh(Refresh real) {
        return new Altered<>(real, row -> decide(real, row));
    }

    Verdict<Refresh.Outcome> decide(Refresh real, Authorization row) {
        Verdict<Refresh.Outcome> verdict = real.decide(row);
        return verdict.outcome() instanceof Refresh.Refreshed(var same, Active active, boolean repeated) && repeated
                ? repeat(real, row, active)
                : verdict;
    }

    /** What comes of the previous token within the grace. */
    Verdict<Refresh.Outcome> repeat(Refresh real, Authorization row, Active active) {
        return real.decide(row);
    }

    private static Verdict<Refresh.Outcome> rotated(Refresh real, Authorization row, Active from) {
        Active next =
                new Active(from.generation() + 1, new Issue(real.signing(), real.now()), Optional.of(from.current()));
        Authorization rewritten = Rows.rewritten(row, next);
        return written(new Refresh.Refreshed(rewritten, next, false), rewritten);
    }

    private static Issue otherIssue(Active active) {
        return new Issue(
                new KeyId(1 - active.current().keyId().value()),
                active.current().since());
    }

    private static Refresh withGrace(Refresh real, Duration grace) {
        AuthorizationPolicy policy = real.policy();
        return new Refresh(
                real.token(),
                real.presentedBy(),
                real.signing(),
                new AuthorizationPolicy(
                        policy.codeLifetime(),
                        grace,
                        policy.accessTokenLifetime(),
                        policy.idleLifetime(),
                        policy.absoluteLifetime(),
                        policy.authorizationsPerBot()),
                real.now());
    }
}
