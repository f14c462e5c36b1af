package dev.keywright.server.store.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Connections, people, workspaces and pages by id: what requests name. Exact as {@link RowCache} is: what a commit
 * changed is forgotten before anyone of that commit is answered, and a reader fills in what it read only if nothing was
 * changed since it began to read.
 */
final class NameCache {
    private static final int NAMES = 20_000;

    private final AtomicLong changes = new AtomicLong();
    private volatile Cache<Object, Object> names = empty();

    private static Cache<Object, Object> empty() {
        return Caffeine.newBuilder().maximumSize(NAMES).executor(Runnable::run).build();
    }

    /** What is under this id; what nobody asked for before is read. */
    <T> Optional<T> find(Object id, Class<T> type, Supplier<Optional<T>> read) {
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
