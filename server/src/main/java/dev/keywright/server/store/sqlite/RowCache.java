package dev.keywright.server.store.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.store.Grant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hot authorizations and bots. It is exact, because this process is the only writer: rows are put in after the commit
 * and before anyone of that commit is answered, and a reader fills in what it read only if nothing was committed since
 * it began to read. Each row has the number of a commit that must be durable before the row is told to anyone. Commits are
 * numbered twice, before and after: whoever saw what a commit wrote, by whatever way, finds it announced.
 */
final class RowCache {
    /** Measured with the heap's own numbers for a row in generation 2 and its entry: about 350 bytes. */
    private static final int AUTHORIZATION_BYTES = 370;

    private static final int BOT_BYTES = 370;
    private static final int PAGE_BYTES = 90;

    private final long bytes;
    private final AskedLately askedLately;
    private volatile boolean full;
    private final AtomicLong announced = new AtomicLong();
    private volatile long commits;
    private volatile Cache<AuthorizationId, Stamped<Authorization>> authorizations;
    private volatile Cache<BotId, Stamped<Bot>> bots;

    /**
     * A row as some commit left it.
     *
     * @param commit the number of that commit, or of a later one
     */
    record Stamped<T>(T row, long commit) {}

    RowCache(int mebibytes) {
        bytes = mebibytes * 1024L * 1024L;
        askedLately = new AskedLately(Math.toIntExact(mostAuthorizations()));
        authorizations = noAuthorizations();
        bots = noBots();
    }

    private long mostAuthorizations() {
        return bytes / 2 / AUTHORIZATION_BYTES;
    }

    private Cache<AuthorizationId, Stamped<Authorization>> noAuthorizations() {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(mostAuthorizations())
                .<AuthorizationId, Stamped<Authorization>>evictionListener((id, row, why) -> full = true)
                .build();
    }

    private Cache<BotId, Stamped<Bot>> noBots() {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(bytes / 2)
                .weigher((BotId id, Stamped<Bot> bot) ->
                        BOT_BYTES + PAGE_BYTES * bot.row().pages().size())
                .<BotId, Stamped<Bot>>evictionListener((id, bot, why) -> full = true)
                .build();
    }

    Optional<Stamped<Authorization>> authorization(AuthorizationId id) {
        return Optional.ofNullable(authorizations.getIfPresent(id));
    }

    Optional<Stamped<Bot>> bot(BotId id) {
        return Optional.ofNullable(bots.getIfPresent(id));
    }

    /** The number of the last commit whose rows are here; a reader asks before it reads. */
    long commits() {
        return commits;
    }

    /** The number of the last commit that may be seen in the database; a reader asks after it has read. */
    long announced() {
        return announced.get();
    }

    /** Says that the writer will now commit; gives the commit's number. */
    long announce() {
        return announced.incrementAndGet();
    }

    /**
     * Puts in what a reader read when there is room for it, unless something was committed after it had asked for
     * {@code commitsBefore}.
     */
    void fill(Grant grant, long commitsBefore) {
        Authorization authorization = grant.authorization();
        if (!hasRoomFor(authorization.id())) {
            return;
        }
        authorizations.asMap().computeIfAbsent(authorization.id(), id -> unlessStale(authorization, commitsBefore));
        grant.bot().ifPresent(bot -> bots.asMap().computeIfAbsent(bot.id(), id -> unlessStale(bot, commitsBefore)));
    }

    @SuppressWarnings(
            "NullAway") // A mapping function's null says "leave it out"; the cache's own nullness is its caller's.
    private <T> Stamped<T> unlessStale(T row, long commitsBefore) {
        return commits == commitsBefore ? new Stamped<>(row, announced()) : null;
    }

    /**
     * Once memory is full there is room only for what is asked for a second time: else what nobody asks for again throws out
     * what somebody does, and the collector pays for both.
     */
    private boolean hasRoomFor(AuthorizationId id) {
        return !full || askedLately.again(id);
    }

    /**
     * Makes what was committed what everyone sees. What was issued just now is not put in before it is asked for: many tokens
     * may be issued of which few are hot, and each would stay in memory long enough for the collector to move it about.
     *
     * @param known bots as the commit's transaction found or left them
     */
    void committed(long commit, Collection<Authorization> changed, Map<BotId, Bot> known) {
        // First: a reader that began earlier must not fill in over what follows.
        commits = commit;
        known.forEach((id, bot) -> bots.asMap().replace(id, new Stamped<>(bot, commit)));
        for (Authorization authorization : changed) {
            Stamped<Authorization> row = new Stamped<>(authorization, commit);
            boolean isHere = authorizations.asMap().replace(authorization.id(), row) != null;
            if (!isHere && !isIssuedJustNow(authorization) && hasRoomFor(authorization.id())) {
                authorizations.put(authorization.id(), row);
                Optional.ofNullable(known.get(authorization.bot()))
                        .ifPresent(bot -> bots.put(bot.id(), new Stamped<>(bot, commit)));
            }
        }
    }

    private static boolean isIssuedJustNow(Authorization authorization) {
        return authorization.state() instanceof Active active
                && active.previous().isEmpty();
    }

    /**
     * Forgets everything, after a commit that changed more than single rows. The caches are replaced, not emptied: what a
     * reader is putting into the old ones at this moment goes with them.
     */
    void clear(long commit) {
        commits = commit;
        full = false;
        authorizations = noAuthorizations();
        bots = noBots();
    }
}
