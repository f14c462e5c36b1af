package dev.keywright.server.cli;

import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.World;
import dev.keywright.server.world.BuiltInWorld;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;

/** A launcher whose server listens nowhere and remembers what was done with it. */
final class FakeServer implements Launcher {
    final BlockingQueue<Settings> launched = new LinkedBlockingQueue<>();
    final CompletableFuture<Boolean> closed = new CompletableFuture<>();
    private final Optional<String> refusal;
    private final Runnable whenClosed;

    FakeServer(Optional<String> refusal, Runnable whenClosed) {
        this.refusal = refusal;
        this.whenClosed = whenClosed;
    }

    @Override
    public Running launch(Settings settings) throws StartRefusedException {
        if (refusal.isPresent()) {
            throw new StartRefusedException(refusal.get());
        }
        launched.add(settings);
        return new Running() {
            @Override
            public String url() {
                return "http://" + settings.host() + ":" + settings.port();
            }

            @Override
            public void close() {
                closed.complete(true);
                whenClosed.run();
            }
        };
    }

    @Override
    public World world(Settings settings) throws StartRefusedException {
        if (refusal.isPresent()) {
            throw new StartRefusedException(refusal.get());
        }
        return BuiltInWorld.world(InstantSource.fixed(Instant.EPOCH));
    }

    @Override
    public RandomGenerator random() {
        return new Random(1);
    }
}
