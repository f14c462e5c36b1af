package dev.keywright.server.authorization;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.Capabilities.People;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One installation, with its row in every state and its tokens, for tests to start from. */
final class Example {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final ClientId OWNER = new ClientId(new UUID(1, 1));
    static final ClientId OTHER_CLIENT = new ClientId(new UUID(1, 2));
    static final Installation INSTALLATION =
            new Installation(OWNER, new WorkspaceId(new UUID(2, 1)), new PersonId(new UUID(3, 1)));
    static final AuthorizationId ID = new AuthorizationId(0x69219C40_12345678L, (short) 0x9ABC);
    static final PageId PAGE = new PageId(new UUID(4, 1));
    static final PageId COPY = new PageId(new UUID(4, 2));
    static final Capabilities CAPABILITIES = new Capabilities(Set.of(Capability.READ_CONTENT), People.NONE);

    static final KeyId OLD_KEY = new KeyId(1);
    static final KeyId KEY = new KeyId(2);
    static final KeyId NEW_KEY = new KeyId(3);

    private static final Duration GRACE = AuthorizationPolicy.DEFAULT.rotationGrace();

    private Example() {}

    /** A consent to one page, without redirect URI, PKCE and template. */
    static Consent consent() {
        return new Consent(CAPABILITIES, Set.of(PAGE), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Consented to at noon, the code good for ten minutes. */
    static Authorization pending(Consent consent) {
        return Authorization.pending(ID, INSTALLATION, NOON, consent, NOON.plusSeconds(600));
    }

    static Authorization pending() {
        return pending(consent());
    }

    /** In a generation that began at {@code since} with {@link #KEY}, the one before at noon with {@link #OLD_KEY}. */
    static Authorization active(long generation, Instant since) {
        Optional<Issue> previous = generation == 1 ? Optional.empty() : Optional.of(new Issue(OLD_KEY, NOON));
        return in(new Active(generation, new Issue(KEY, since), previous));
    }

    static Authorization ended(EndReason why) {
        return in(new Ended(why, NOON));
    }

    private static Authorization in(State state) {
        return new Authorization(ID, 7, INSTALLATION, INSTALLATION.bot(), NOON, state, Optional.empty());
    }

    static Token refreshToken(long generation, KeyId key) {
        return new Token(TokenKind.REFRESH, key, generation, ID);
    }

    static Token accessToken(long generation, KeyId key) {
        return new Token(TokenKind.ACCESS, key, generation, ID);
    }

    /** The default policy with another grace. */
    static AuthorizationPolicy grace(Duration grace) {
        return policy(grace, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuthorizationPolicy accessTokenLifetime(Duration lifetime) {
        return policy(GRACE, Optional.of(lifetime), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuthorizationPolicy idleLifetime(Duration lifetime) {
        return policy(GRACE, Optional.empty(), Optional.of(lifetime), Optional.empty(), Optional.empty());
    }

    static AuthorizationPolicy absoluteLifetime(Duration lifetime) {
        return policy(GRACE, Optional.empty(), Optional.empty(), Optional.of(lifetime), Optional.empty());
    }

    static AuthorizationPolicy authorizationsPerBot(int most) {
        return policy(GRACE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(most));
    }

    /** A policy with codes of ten minutes. */
    static AuthorizationPolicy policy(
            Duration grace,
            Optional<Duration> accessToken,
            Optional<Duration> idle,
            Optional<Duration> absolute,
            Optional<Integer> perBot) {
        return new AuthorizationPolicy(Duration.ofMinutes(10), grace, accessToken, idle, absolute, perBot);
    }
}
