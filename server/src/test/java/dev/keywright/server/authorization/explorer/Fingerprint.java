package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Issue;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * 64 bits that stand for a world in the set of those seen; ten million worlds collide with a chance of one in 300,000.
 * Worlds with the same future have the same fingerprint, as far as that is easy to tell:
 *
 * <ul>
 *   <li>Decisions compare times and look at no date, so stamps count from the world's clock.
 *   <li>A stamp that lies back further than any window reaches, even if the clock goes back, may as well lie further.
 *   <li>The nodes are alike, so a world and its mirror image, with nodes and keys swapped, are one.
 *   <li>Why and when an authorization ended is told and not asked.
 * </ul>
 */
final class Fingerprint {
    private static final long EVEN_BITS = 0x5555555555555555L;

    private final World world;
    private final boolean mirrored;
    private final long now;
    private final long earliest;
    private final AuthorizationPolicy policy;
    private final Optional<Duration> sinceCurrent;
    private long bits = 0x9E3779B97F4A7C15L;

    private Fingerprint(World world, boolean mirrored) {
        this.world = world;
        this.mirrored = mirrored;
        this.policy = world.setup().policy();
        this.sinceCurrent = Optional.of(
                longest(longest(policy.rotationGrace(), policy.accessTokenLifetime()), policy.idleLifetime()));
        this.now = world.now().toEpochMilli();
        long first = now;
        for (Node node : world.nodes()) {
            first = Math.min(first, stamp(node));
        }
        this.earliest = first;
    }

    private static Duration longest(Duration one, Optional<Duration> other) {
        return other.isPresent() && other.get().compareTo(one) > 0 ? other.get() : one;
    }

    static long of(World world) {
        return Math.min(new Fingerprint(world, false).world(), new Fingerprint(world, true).world());
    }

    private long stamp(Node node) {
        return switch (node) {
            case Node.Asked asked -> asked.stamp().toEpochMilli();
            case Node.Decided decided -> decided.asked().stamp().toEpochMilli();
            case Node.Idle idle -> now;
            case Node.Answering answering -> now;
        };
    }

    private long world() {
        add(world.clock().wentBack() ? 1 : 0);
        add(world.row());
        add(world.nodes().get(mirrored ? 1 : 0));
        add(world.nodes().get(mirrored ? 0 : 1));
        add(world.history());
        return bits;
    }

    private void add(Authorization row) {
        add(row.version());
        add(row.consentedAt(), policy.absoluteLifetime());
        switch (row.state()) {
            case Pending pending -> {
                add(1);
                add(pending.codeExpiresAt(), Optional.of(Duration.ZERO));
            }
            case Ended ended -> add(2);
            case Active active -> {
                add(3);
                add(active.generation());
                add(mirror(active.current().keyId()));
                add(active.current().since(), sinceCurrent);
                active.previous().ifPresent(this::addPrevious);
            }
        }
    }

    private void addPrevious(Issue previous) {
        add(mirror(previous.keyId()));
        add(previous.since(), policy.accessTokenLifetime());
    }

    private void add(Node node) {
        switch (node) {
            case Node.Idle idle -> add(1);
            case Node.Asked asked -> {
                add(2);
                add(asked.request());
                add(asked.stamp().toEpochMilli() - now);
            }
            case Node.Decided(Node.Asked asked, var read, var verdict) -> {
                add(3);
                add(asked.request());
                add(asked.stamp().toEpochMilli() - now);
                add(read);
            }
            case Node.Answering(Answer answer) -> {
                add(answer.ended() ? 4 : 5);
                add(answer.tokens().map(Pairs.NONE::with).orElse(Pairs.NONE));
            }
        }
    }

    private void add(Request request) {
        switch (request) {
            case Request.RedeemCode(Client by) -> add(by.number());
            case Request.RefreshWith(Pair pair, Client by) -> add(2 + by.number(), pair);
            case Request.RevokeWith(Pair pair, Client by) -> add(4 + by.number(), pair);
            case Request.Disconnect() -> add(6);
        }
    }

    private void add(long kind, Pair pair) {
        add(kind);
        add(pair.generation());
        add(mirror(pair.key()));
    }

    private void add(History history) {
        add(history.written());
        add(history.descended());
        add(history.answered());
        add(history.redeemed());
        add(history.began(), sinceCurrent);
        add(history.beganBefore(), policy.accessTokenLifetime());
        add((history.ended() ? 1 : 0) + (history.unexplained() ? 2 : 0));
    }

    private void add(Pairs pairs) {
        long set = pairs.bits();
        add(mirrored ? ((set & EVEN_BITS) << 1) | ((set >>> 1) & EVEN_BITS) : set);
    }

    private long mirror(KeyId key) {
        return mirrored ? 1 - key.value() : key.value();
    }

    /** Adds a stamp that a window counts from, as far as it can tell whether the window is over. */
    private void add(Instant stamp, Optional<Duration> window) {
        if (window.isPresent()) {
            Duration reach = window.get().plus(world.clock().mayStillGoBack());
            add(Math.max(stamp.toEpochMilli(), earliest - reach.toMillis()) - now);
        }
    }

    private void add(long value) {
        long mixed = (bits ^ value) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        bits = mixed ^ (mixed >>> 32);
    }
}
