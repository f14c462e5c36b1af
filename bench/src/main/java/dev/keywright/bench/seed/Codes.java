package dev.keywright.bench.seed;

import dev.keywright.protocol.Uuids;
import dev.keywright.server.authorization.AuthorizationCode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The codes of a seeded store, as many as it has and each handed out once. */
public final class Codes implements Supplier<String> {
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final int count;
    private final AtomicInteger next = new AtomicInteger();

    Codes(int count) {
        this.count = count;
    }

    static AuthorizationCode code(int index) {
        long chance = (index + 1) * SCATTER;
        return new AuthorizationCode(Uuids.version4(chance, chance * SCATTER));
    }

    /** How many are left. */
    public int left() {
        return count - next.get();
    }

    /** The next one; after the last, one that the server does not know. */
    @Override
    public String get() {
        return code(next.getAndIncrement()).reveal();
    }
}
