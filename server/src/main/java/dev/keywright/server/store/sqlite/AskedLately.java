package dev.keywright.server.store.sqlite;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What was asked for lately, in one or two bytes each. It may take one in eight at most for asked before that was not, and
 * forgets everything at times. Safe to share between threads.
 */
final class AskedLately {
    private static final int BITS_EACH = 16;
    private static final int SPREAD = 0x9E3779B9;

    private final int most;
    private final AtomicLongArray bits;
    private final int shift;
    private final AtomicInteger remembered = new AtomicInteger();

    /** Remembers so many different ones at most, then begins anew. */
    AskedLately(int most) {
        this.most = most;
        int words = Integer.highestOneBit(most * BITS_EACH / Long.SIZE | 1);
        this.bits = new AtomicLongArray(words);
        this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(words * Long.SIZE);
    }

    /** Whether it was asked for lately; from now on it was. */
    boolean again(Object id) {
        int bit = (id.hashCode() * SPREAD) >>> shift;
        long mask = 1L << bit;
        if ((bits.getAndAccumulate(bit / Long.SIZE, mask, (word, one) -> word | one) & mask) != 0) {
            return true;
        }
        if (remembered.incrementAndGet() > most) {
            forget();
        }
        return false;
    }

    /** Whoever asks at the same time may be forgotten, or not. */
    private void forget() {
        remembered.set(0);
        for (int word = 0; word < bits.length(); word++) {
            bits.set(word, 0);
        }
    }
}
