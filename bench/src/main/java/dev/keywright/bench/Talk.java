package dev.keywright.bench;

import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.traffic.Credentials;
import dev.keywright.bench.traffic.Population;
import dev.keywright.bench.traffic.Traffic;
import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPrefixes;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What can be said to one server.
 *
 * @param codes the codes it knows, each once
 * @param pages the ids of pages that every bot sees, by number
 */
record Talk(Traffic traffic, String redirectUri, Supplier<String> codes, IntFunction<String> pages) {
    private static final int FEW = 1000;
    private static final String ANY_CODE = new UUID(2, 2).toString();

    /** With a server on a seeded folder; whoever refreshes is to say so to no other server. */
    static Talk withServer(Seed seed) {
        return new Talk(new Traffic(seed.credentials(), seed.known()), seed.redirectUri(), seed.codes(), seed.pages());
    }

    /** The same with the floor, which looks at nothing. */
    static Talk withFloor(Seed seed) {
        return new Talk(
                new Traffic(seed.credentials(), seed.population()), seed.redirectUri(), () -> ANY_CODE, seed.pages());
    }

    /** With the floor when there is no server beside it. */
    static Talk withFloorAlone() {
        MacKey key = MacKey.random(new KeyId(0), new SplittableRandom(1));
        TokenCodec codec = new TokenCodec(KeyRing.of(key), TokenPrefixes.NOTION);
        Population population = new Population(codec, Instant.ofEpochSecond(1_795_305_600L), FEW);
        Credentials credentials = new Credentials(new ClientId(new UUID(1, 1)), "secret_" + "0".repeat(43));
        return new Talk(
                new Traffic(credentials, population),
                "https://example.com/callback",
                () -> ANY_CODE,
                number -> ANY_CODE);
    }
}
