package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Decision;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The threads of the token path. What a code leads to has consequences over several rows, and runs in serializable
 * transactions; all else is a write of one row, for which a comparison of its version is enough. There is one of each kind:
 * two made smaller groups, which cost the database and this process more than waiting for each other's turn does.
 */
final class Lanes implements AutoCloseable {
    /** How many connections they take for single rows: those of decisions, lookups, revisions and counts. */
    static final int ROWS = 4;

    /** How many connections they take for serializable transactions. */
    static final int CODES = 1;

    private final Lane<Asked<?>> codes;
    private final Lane<Asked<?>> rows;
    private final Lane<Lookups.Lookup> lookups;
    private final Lane<Awaited<Long>> revisions;
    private final Lane<Counting.One> counts;

    Lanes(Pool serializable, Pool single, Pause pause, RandomGenerator random) {
        Retry retry = new Retry(pause);
        codes = new Lane<>("codes", new GroupCommit(serializable, Optional.empty(), pause, random));
        rows = new Lane<>("rows", new GroupCommit(single, Optional.of(codes), pause, random));
        lookups = new Lane<>("lookups", new Lookups(single, retry));
        revisions = new Lane<>("revisions", new Revisions(single, retry));
        counts = new Lane<>("counts", new Counting(single, retry));
    }

    /** Decides on a row together with whoever else does, and writes what was decided. */
    <O> Asked.Decided<O> decide(AuthorizationKey key, Decision<O> decision) {
        return decide(new Asked<>(key, decision, Optional.empty()));
    }

    /** The same for one who may have seen the row already, and need not have it read again. */
    <O> Asked.Decided<O> decide(AuthorizationId id, Decision<O> decision, Optional<GroupReads.Found> seen) {
        return decide(new Asked<>(id, decision, seen));
    }

    private <O> Asked.Decided<O> decide(Asked<O> asked) {
        of(asked.key()).add(asked);
        return asked.await();
    }

    private Lane<Asked<?>> of(AuthorizationKey key) {
        return switch (key) {
            case CodeHash code -> codes;
            case AuthorizationId id -> rows;
        };
    }

    /** Looks a row up together with whoever else does. */
    Optional<GroupReads.Found> find(AuthorizationId id) {
        Awaited<Optional<GroupReads.Found>> found = new Awaited<>();
        lookups.add(new Lookups.Lookup(id, found));
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
        rows.close();
        codes.close();
        lookups.close();
        revisions.close();
        counts.close();
    }
}
