package dev.keywright.server.store.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keywright.server.store.sql.Names;
import dev.keywright.server.workspace.PageIndex;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a node keeps in memory, and may not believe unasked, for another may have changed it. Names are believed as long as
 * the number stays that every change of a name raises; whoever wants a name asks for the number first, and many ask together.
 * Indexes of titles are brought up to date in the transaction that uses them.
 */
final class PostgresNames implements Names {
    /** A name takes about half a kilobyte. */
    private static final int MOST_NAMES = 200_000;

    /** About 100 MB of titles. */
    private static final int MOST_PAGES = 400_000;

    private final LongSupplier revision;
    private final AtomicReference<Known> known = new AtomicReference<>(Known.at(-1));
    private volatile Cache<Object, Object> indexes = noIndexes();

    /** Keeps names that are read while {@code revision}, which asks the database, stays the same. */
    PostgresNames(LongSupplier revision) {
        this.revision = revision;
    }

    /** Names that were read when this change, or a later one, was the last. */
    private record Known(long revision, Cache<Object, Object> names) {
        static Known at(long revision) {
            return new Known(
                    revision,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_NAMES)
                            .executor(Runnable::run)
                            .build());
        }

        /** Without anything, unless it is of that change or a later one. */
        Known since(long change) {
            return change > revision ? at(change) : this;
        }
    }

    /** The same names for one who knows that this change, or a later one, was the last. */
    private record AsOf(PostgresNames all, long change) implements Names {
        @Override
        public <T> Optional<T> find(Object id, Class<T> type, Supplier<Optional<T>> read) {
            return all.find(change, id, type, read);
        }

        @Override
        public <T> T refresh(Object id, Class<T> type, T unknown, Refresh<T> refresh) throws SQLException {
            return all.refresh(id, type, unknown, refresh);
        }
    }

    /** The names for one who has just read that this change was the last, and need not ask. */
    Names asOf(long change) {
        return new AsOf(this, change);
    }

    @Override
    public <T> Optional<T> find(Object id, Class<T> type, Supplier<Optional<T>> read) {
        return find(revision.getAsLong(), id, type, read);
    }

    private <T> Optional<T> find(long last, Object id, Class<T> type, Supplier<Optional<T>> read) {
        Cache<Object, Object> names =
                known.updateAndGet(current -> current.since(last)).names();
        Optional<T> kept = Optional.ofNullable(names.getIfPresent(id)).map(type::cast);
        if (kept.isPresent()) {
            return kept;
        }
        // Read after the number was: it is of that change or a later one.
        Optional<T> found = read.get();
        found.ifPresent(value -> names.put(id, value));
        return found;
    }

    private static Cache<Object, Object> noIndexes() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST_PAGES)
                .weigher((Object id, Object value) -> value instanceof PageIndex index ? 1 + index.size() : 1)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public <T> T refresh(Object id, Class<T> type, T unknown, Refresh<T> refresh) throws SQLException {
        // Taken before anything is read: what is read before everything changes is put where nobody looks afterwards.
        Cache<Object, Object> current = indexes;
        T index = Optional.ofNullable(current.getIfPresent(id)).map(type::cast).orElse(unknown);
        T fresh = refresh.of(index);
        if (fresh != index) {
            current.put(id, fresh);
        }
        return fresh;
    }

    /** Forgets the indexes: the world is another, and counts from the beginning. */
    void clear() {
        indexes = noIndexes();
    }
}
