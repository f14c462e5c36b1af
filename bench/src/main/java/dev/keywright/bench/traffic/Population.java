package dev.keywright.bench.traffic;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Issue;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Authorizations that the driver knows as the server does: their ids, and the generation each has reached. A token is a
 * function of both and the key, so a million of them need no list of tokens. An entry is used by one connection at a time.
 */
public final class Population {
    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final int SECOND_BITS = 32;

    private final TokenCodec codec;
    private final Instant since;
    private final int[] generations;

    /**
     * A population in generation 1.
     *
     * @param codec with the server's key
     * @param since when all of it was made: the ids tell it
     */
    public Population(TokenCodec codec, Instant since, int size) {
        this.codec = codec;
        this.since = since;
        this.generations = new int[size];
        Arrays.fill(generations, 1);
    }

    /** How many there are. */
    public int size() {
        return generations.length;
    }

    /** The id of one: as unlike the next one's as the server's random ids are. */
    public AuthorizationId id(int index) {
        long chance = (index + 1) * SCATTER;
        return new AuthorizationId(
                (since.getEpochSecond() << SECOND_BITS) | (chance >>> SECOND_BITS), (short) (chance >>> 16));
    }

    /** How one was made. */
    public Active state(int index) {
        return new Active(generations[index], new Issue(codec.signing(), since), Optional.empty());
    }

    /** How often one has been made anew. */
    public int generation(int index) {
        return generations[index];
    }

    /** The tokens that one has now. */
    TokenPair pair(int index) {
        return codec.pair(id(index), state(index));
    }

    /** One has been refreshed. */
    void refreshed(int index) {
        generations[index]++;
    }
}
