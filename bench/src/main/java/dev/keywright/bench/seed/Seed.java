package dev.keywright.bench.seed;

import dev.keywright.bench.traffic.Credentials;
import dev.keywright.bench.traffic.Population;
import dev.keywright.protocol.Capabilities;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPrefixes;
import dev.keywright.server.keys.KeyFile;
import dev.keywright.server.store.Authorizations;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;

/** Data that a server can be started on, and what the driver must know of it. */
public final class Seed {
    /** Codes that are put in at once; the store takes a few thousand. */
    private static final int AT_ONCE = 512;

    /** How many people answer in one second: rows of one time lie together. */
    private static final int CONSENTS_A_SECOND = 4000;

    private static final Duration CODES_LAST = Duration.ofDays(1);

    private final Ground ground;
    private final Path keys;
    private final SeedSize size;
    private final Cast cast;
    private final TokenCodec codec;
    private final Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Population population;
    private final Codes codes;

    private Seed(Ground ground, Path keysFolder, SeedSize size, KeyRing keys) {
        this.ground = ground;
        this.keys = keysFolder;
        this.size = size;
        this.cast = new Cast(size);
        this.codec = new TokenCodec(keys, TokenPrefixes.NOTION);
        this.population = population();
        this.codes = new Codes(size.codes());
    }

    /** Fills what is empty, and a folder with the keys of the tokens in it. */
    public static Seed sow(Ground ground, Path keysFolder, SeedSize size) throws IOException, SQLException {
        KeyRing keys = KeyRing.of(MacKey.random(new KeyId(0), new SplittableRandom(1)));
        Seed seed = new Seed(ground, keysFolder, size, keys);
        new KeyFile(keysFolder).write(keys);
        try (Store store = ground.open()) {
            store.fill(seed.cast.world());
            seed.begin(store.authorizations());
        }
        SeededRows.insert(ground, seed.population, seed.cast, size.ended());
        try (Store store = ground.open()) {
            seed.check(store.authorizations());
        }
        return seed;
    }

    /** The arguments by which a server is told of the data and the keys. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(ground.arguments());
        arguments.addAll(List.of("--keys", keys.toString()));
        return arguments;
    }

    /** What the seeded connection signs in with. */
    public Credentials credentials() {
        return cast.credentials();
    }

    /** The live authorizations; they stay known only to one driver of one server. */
    public Population known() {
        return population;
    }

    /** As many authorizations, for a server that does not look: their generations are of no concern to the real one. */
    public Population population() {
        return new Population(codec, since, size.authorizations());
    }

    /** The codes that can be exchanged. */
    public Codes codes() {
        return codes;
    }

    /** Pages that every bot of the first workspace sees, by number. */
    public IntFunction<String> pages() {
        return number -> Cast.page(number + 1).toString();
    }

    /** Where codes are redirected to. */
    public String redirectUri() {
        return Cast.REDIRECT_URI;
    }

    private void begin(Authorizations authorizations) {
        Semaphore room = new Semaphore(AT_ONCE);
        SplittableRandom random = new SplittableRandom(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < size.codes(); i++) {
                int index = i;
                AuthorizationId id = AuthorizationId.random(since.plusSeconds(i / CONSENTS_A_SECOND), random);
                room.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        begin(authorizations, id, index);
                    } finally {
                        room.release();
                    }
                });
            }
        }
    }

    private void begin(Authorizations authorizations, AuthorizationId id, int index) {
        Consent consent = new Consent(
                Capabilities.all(),
                Set.of(Cast.SHARED),
                Optional.empty(),
                Optional.of(Cast.REDIRECT_URI),
                Optional.empty());
        authorizations.begin(
                Authorization.pending(
                        id, cast.installation(size.authorizations() + index), since, consent, since.plus(CODES_LAST)),
                Codes.code(index).hash());
    }

    /** Rows that were put in past the port must be what the port would have put in. */
    private void check(Authorizations authorizations) {
        int last = size.authorizations() - 1;
        Installation installation = cast.installation(last);
        Authorization row = new Authorization(
                population.id(last),
                2,
                installation,
                installation.bot(),
                since,
                population.state(last),
                Optional.empty());
        Bot bot = new Bot(installation.bot(), installation, Capabilities.all(), Set.of(Cast.SHARED));
        Optional<Grant> read = authorizations.find(row.id());
        if (!read.equals(Optional.of(new Grant(row, Optional.of(bot))))) {
            throw new IllegalStateException("the store reads the seeded rows otherwise: do their columns still fit?");
        }
    }
}
