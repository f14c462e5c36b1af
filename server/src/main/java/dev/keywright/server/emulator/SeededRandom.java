package dev.keywright.server.emulator;

import dev.keywright.protocol.Sha256;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * Randomness that is a function of a seed: SHA-256 of the seed and a counter. For the emulator alone; whoever knows the
 * seed knows every key.
 */
public final class SeededRandom implements RandomGenerator {
    private final long seed;
    private long counter;
    private long mark;

    /** The sequence of a seed, from its beginning. */
    public SeededRandom(long seed) {
        this.seed = seed;
    }

    @Override
    public synchronized long nextLong() {
        ByteBuffer input = ByteBuffer.allocate(2 * Long.BYTES).putLong(seed).putLong(counter++);
        return ByteBuffer.wrap(Sha256.digest(input.array())).getLong();
    }

    /** Says where {@link #restart()} goes back to. */
    public synchronized void mark() {
        mark = counter;
    }

    /** Goes on from the mark. */
    public synchronized void restart() {
        counter = mark;
    }
}
