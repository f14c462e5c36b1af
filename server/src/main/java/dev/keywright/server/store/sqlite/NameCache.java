package dev.keywright.server.store.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keywright.server.store.sql.Names;
import dev.keywright.server.workspace.PageIndex;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Connections, people, workspaces and pages by id: what requests name; and the titles of workspaces. Exact as {@link RowCache} is: what a commit
 * changed is forgotten before anyone of that commit is answered, and a reader fills in what it read only if nothing was
 * changed since it began to read.
 */
final class NameCache implements Names {
    /** A name weighs one; it takes about half a kilobyte, as two pages of an index do. */
    private static final int MOST = 200_000;

    private static final int PAGES = 2;

    private final AtomicLong changes = new AtomicLong();
    private volatile Cache<Object, Object> names = empty();

    private static Cache<Object, Object> empty() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST)
                .weigher((Object id, Object value) -> value instanceof PageIndex index ? 1 + index.size() / PAGES : 1)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public <T> Optional<T> find(Object id, Class<T> type, Supplier<Optional<T>> read) {
        Optional<T> cached = Optional.ofNullable(names.getIfPresent(id)).map(type::cast);
        if (cached.isPresent()) {
            return cached;
        }
        long changesBefore = changes.get();
        Optional<T> found = read.get();
        found.ifPresent(value -> names.asMap().computeIfAbsent(id, key -> unlessStale(value, changesBefore)));
        return found;
    }

    @SuppressWarnings("NullAway") // A mapping function's null says "leave it out".
    private Object unlessStale(Object value, long changesBefore) {
        return changes.get() == changesBefore ? value : null;
    }

    @Override
    public <T> T refresh(Object id, Class<T> type, T unknown, Refresh<T> refresh) throws SQLException {
        // Taken before anything is read: what is read before everything changes is put where nobody looks afterwards.
        Cache<Object, Object> current = names;
        T known = Optional.ofNullable(current.getIfPresent(id)).map(type::cast).orElse(unknown);
        T fresh = refresh.of(known);
        if (fresh != known) {
            current.put(id, fresh);
        }
        return fresh;
    }

    /** Forgets what a commit changed. */
    void forget(Collection<?> ids) {
        // First: a reader that began earlier must not fill in what is forgotten here.
        changes.incrementAndGet();
        names.invalidateAll(ids);
    }

    /** Forgets everything. */
    void clear() {
        changes.incrementAndGet();
        names = empty();
    }
}
