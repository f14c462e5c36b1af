package dev.keywright.server.authorization.explorer;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a walk starts: one consent, just given, under a policy.
 *
 * @param name what the setup is about
 * @param slowToRead whether time may pass, and the other node write, between the moment a request is stamped and the
 *     moment the row is read
 */
record Setup(String name, AuthorizationPolicy policy, boolean slowToRead) {
    static final AuthorizationId ID = new AuthorizationId(0x65500000_12345678L, (short) 0x9abc);
    static final Instant CONSENTED_AT = Instant.parse("2026-11-22T09:00:00Z");
    static final PageId COPY = new PageId(new UUID(0, 9));

    private static final Duration LESS_THAN_THE_GRACE = Duration.ofSeconds(30);

    /** Grace as in the field; nothing ends by itself. */
    static final Setup GRACE = new Setup("grace of a minute", AuthorizationPolicy.DEFAULT, false);

    /** The same on nodes that take their time. */
    static final Setup SLOW_NODES = new Setup("slow nodes", AuthorizationPolicy.DEFAULT, true);

    /** No grace: a lost answer ends the authorization at the retry. */
    static final Setup NO_GRACE = new Setup(
            "no grace",
            new AuthorizationPolicy(
                    Duration.ofMinutes(10),
                    Duration.ZERO,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            false);

    /** Every lifetime there is, so short that a few steps of the clock cross them all. */
    static final Setup LIFETIMES = new Setup(
            "lifetimes",
            new AuthorizationPolicy(
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(60),
                    Optional.of(Duration.ofSeconds(60)),
                    Optional.of(Duration.ofSeconds(90)),
                    Optional.of(Duration.ofSeconds(120)),
                    Optional.empty()),
            false);

    Authorization row() {
        Installation installation =
                new Installation(Client.OWNER.id(), new WorkspaceId(new UUID(0, 1)), new PersonId(new UUID(0, 2)));
        Consent consent =
                new Consent(Capabilities.all(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return Authorization.pending(ID, installation, CONSENTED_AT, consent, CONSENTED_AT.plus(policy.codeLifetime()));
    }

    /** How far the clock goes forward in one step: less than the grace, the grace, the code lifetime. */
    List<Duration> clockSteps() {
        return Stream.of(LESS_THAN_THE_GRACE, policy.rotationGrace(), policy.codeLifetime())
                .filter(Duration::isPositive)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
