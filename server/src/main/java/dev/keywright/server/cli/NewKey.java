package dev.keywright.server.cli;

import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A key that is to join others. */
final class NewKey {
    private NewKey() {}

    /** With the first id that is free in the ring; refuses a ring that is full. */
    static MacKey of(KeyRing ring, RandomGenerator random) throws StartRefusedException {
        KeyId free = IntStream.range(0, KeyId.LIMIT)
                .mapToObj(KeyId::new)
                .filter(id -> ring.key(id).isEmpty())
                .findFirst()
                .orElseThrow(() -> new StartRefusedException("there are " + KeyId.LIMIT
                        + " keys, which is the most; remove one first, see keywright keys list"));
        return MacKey.random(free, random);
    }
}
