package dev.keywright.server.authorization.explorer;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of pairs.
 *
 * @param bits the one at {@link Pair#index()} says whether a pair is in the set; so there are at most 64
 */
record Pairs(long bits) {
    static final Pairs NONE = new Pairs(0);

    /** Every pair up to a generation, with every key: all that a thief of the keys could make. */
    static Pairs upTo(long generation) {
        return new Pairs(-1L >>> (Long.SIZE - 2 * generation));
    }

    Pairs with(Pair pair) {
        return new Pairs(bits | 1L << pair.index());
    }

    boolean contains(Pair pair) {
        return (bits >>> pair.index() & 1) == 1;
    }

    /** The highest generation of them; 0 if there are none. */
    long newest() {
        return bits == 0
                ? 0
                : Pair.at(Long.SIZE - 1 - Long.numberOfLeadingZeros(bits)).generation();
    }

    List<Pair> list() {
        List<Pair> pairs = new ArrayList<>(Long.bitCount(bits));
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            pairs.add(Pair.at(Long.numberOfTrailingZeros(rest)));
        }
        return pairs;
    }
}
