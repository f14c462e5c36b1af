package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Decision;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The threads of the token path. What a code leads to has consequences over several rows, and runs in serializable
 * transactions; all else is a write of one row, for which a comparison of its version is enough. A row is always of the same
 * lane, so that requests of this node are never in each other's way.
 */
final class Lanes implements AutoCloseable {
    /** Of each kind, beside the one for codes. */
    private static final int EACH = 2;

    /** How many connections they take for single rows. */
    static final int ROWS = 2 * EACH + 2;

    /** How many connections they take for serializable transactions. */
    static final int CODES = 1;

    private final Lane<Asked<?>> codes;
    private final List<Lane<Asked<?>>> rows;
    private final List<Lane<Lookups.Lookup>> lookups;
    private final Lane<Awaited<Long>> revisions;
    private final Lane<Counting.One> counts;

    Lanes(Pool serializable, Pool single, Pause pause, RandomGenerator random) {
        Retry retry = new Retry(pause);
        codes = new Lane<>("codes", new GroupCommit(serializable, Optional.empty(), pause, random));
        rows = IntStream.range(0, EACH)
                .mapToObj(number -> new Lane<Asked<?>>(
                        "rows-" + number, new GroupCommit(single, Optional.of(codes), pause, random)))
                .toList();
        lookups = IntStream.range(0, EACH)
                .mapToObj(number -> new Lane<>("lookups-" + number, new Lookups(single, retry)))
                .toList();
        revisions = new Lane<>("revisions", new Revisions(single, retry));
        counts = new Lane<>("counts", new Counting(single, retry));
    }

    /** Decides on a row together with whoever else does, and writes what was decided. */
    <O> Asked.Decided<O> decide(AuthorizationKey key, Decision<O> decision) {
        Asked<O> asked = new Asked<>(key, decision);
        of(key).add(asked);
        return asked.await();
    }

    private Lane<Asked<?>> of(AuthorizationKey key) {
        return switch (key) {
            case CodeHash code -> codes;
            case AuthorizationId id -> rows.get(Math.floorMod(id.trailing(), EACH));
        };
    }

    /** Looks a row up together with whoever else does. */
    Optional<GroupReads.Found> find(AuthorizationId id) {
        Awaited<Optional<GroupReads.Found>> found = new Awaited<>();
        lookups.get(Math.floorMod(id.trailing(), EACH)).add(new Lookups.Lookup(id, found));
        return found.await();
    }

    /** Which change of names was the last. */
    long nameRevision() {
        Awaited<Long> revision = new Awaited<>();
        revisions.add(revision);
        return revision.await();
    }

    /** Counts one of this key, together with whoever else counts; gives how many of it that makes in this minute. */
    int count(String key, long minute) {
        Awaited<Integer> number = new Awaited<>();
        counts.add(new Counting.One(key, minute, number));
        return number.await();
    }

    @Override
    public void close() {
        // In this order: a lane of rows may hand on to that of codes.
        rows.forEach(Lane::close);
        codes.close();
        lookups.forEach(Lane::close);
        revisions.close();
        counts.close();
    }
}
