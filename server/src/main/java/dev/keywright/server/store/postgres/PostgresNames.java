package dev.keywright.server.store.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keywright.server.store.sql.Names;
import dev.keywright.server.workspace.PageIndex;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Names are read whenever they are asked for, since another node may have changed them. Indexes of titles are kept: they are
 * brought up to date in the transaction that uses them.
 */
final class PostgresNames implements Names {
    /** About 100 MB of titles. */
    private static final int MOST_PAGES = 400_000;

    private volatile Cache<Object, Object> indexes = empty();

    private static Cache<Object, Object> empty() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST_PAGES)
                .weigher((Object id, Object value) -> value instanceof PageIndex index ? 1 + index.size() : 1)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public <T> Optional<T> find(Object id, Class<T> type, Supplier<Optional<T>> read) {
        return read.get();
    }

    @Override
    public <T> T refresh(Object id, Class<T> type, T unknown, Refresh<T> refresh) throws SQLException {
        // Taken before anything is read: what is read before everything changes is put where nobody looks afterwards.
        Cache<Object, Object> current = indexes;
        T known = Optional.ofNullable(current.getIfPresent(id)).map(type::cast).orElse(unknown);
        T fresh = refresh.of(known);
        if (fresh != known) {
            current.put(id, fresh);
        }
        return fresh;
    }

    /** Forgets everything. */
    void clear() {
        indexes = empty();
    }
}
