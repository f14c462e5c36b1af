package dev.keywright.server;

import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.cli.Launcher;
import dev.keywright.server.cli.Running;
import dev.keywright.server.cli.StartRefusedException;
import dev.keywright.server.emulator.SeededRandom;
import dev.keywright.server.emulator.Welcome;
import dev.keywright.server.http.HttpPreparation;
import dev.keywright.server.http.HttpServer;
import dev.keywright.server.http.Listening;
import dev.keywright.server.keys.KeyFile;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.World;
import dev.keywright.server.tls.UnusableCertificateException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** A running server. */
public final class Keywright implements Running {
    private final Settings settings;
    private final AtomicBoolean stopping;
    private final Surroundings surroundings;
    private final Storage storage;
    private final Sweeper sweeper;
    private final Optional<Emulation> emulation;
    private final HttpServer http;
    private final Optional<HttpServer> metrics;
    private final String url;

    private Keywright(
            Settings settings,
            AtomicBoolean stopping,
            Surroundings surroundings,
            Storage storage,
            Sweeper sweeper,
            Optional<Emulation> emulation,
            HttpServer http,
            Optional<HttpServer> metrics,
            String url) {
        this.settings = settings;
        this.stopping = stopping;
        this.surroundings = surroundings;
        this.storage = storage;
        this.sweeper = sweeper;
        this.emulation = emulation;
        this.http = http;
        this.metrics = metrics;
        this.url = url;
    }

    /** What the command line starts; {@code terminal} as in {@link #start}. */
    public static Launcher launcher(PrintStream terminal) {
        return new Launcher() {
            @Override
            public Running launch(Settings settings) throws StartRefusedException {
                return start(settings, terminal);
            }

            @Override
            public World world(Settings settings) throws StartRefusedException {
                return StartingData.world(settings, Surroundings.of(settings, terminal))
                        .orElseThrow(() -> new StartRefusedException("there is no world without --world FILE"));
            }

            @Override
            public RandomGenerator random() {
                return new SecureRandom();
            }
        };
    }

    /**
     * Starts a server in a process of its own; when this returns it answers.
     *
     * @param terminal where the emulator says welcome and explains refusals
     */
    public static Keywright start(Settings settings, PrintStream terminal) throws StartRefusedException {
        return start(settings, terminal, HttpPreparation::alone);
    }

    /** As {@link #start}, in a process whose other parts may use the web server's library too: that of somebody's tests. */
    public static Keywright startAmongOthers(Settings settings, PrintStream terminal) throws StartRefusedException {
        return start(settings, terminal, HttpPreparation::amongOthers);
    }

    private static Keywright start(Settings settings, PrintStream terminal, Runnable preparation)
            throws StartRefusedException {
        // The first start of a process would wait for the web server's library, and for the database's after it.
        Thread.ofPlatform().daemon().name("http-preparation").start(preparation);
        Surroundings surroundings = Surroundings.of(settings, terminal);
        try {
            return start(settings, surroundings, terminal);
        } catch (StartRefusedException e) {
            surroundings.close();
            throw e;
        }
    }

    private static Keywright start(Settings settings, Surroundings surroundings, PrintStream terminal)
            throws StartRefusedException {
        try {
            Listening listening = ServerAddress.listening(settings, surroundings.clock());
            StartingData data = StartingData.open(settings, surroundings);
            return listen(settings, surroundings, listening, data.storage(), data.keys(), terminal);
        } catch (StoreUnavailableException | KeyFile.UnusableException | UnusableCertificateException | IOException e) {
            throw new StartRefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static Keywright listen(
            Settings settings,
            Surroundings surroundings,
            Listening listening,
            Storage storage,
            KeyRing keys,
            PrintStream terminal)
            throws StartRefusedException {
        Store store = storage.store();
        Tokens tokens = Tokens.of(settings, keys, store, surroundings.clock());
        Sweeper sweeper = new Sweeper(
                store,
                surroundings.clock(),
                batch -> surroundings.metrics().ifPresent(metrics -> metrics.swept(batch)));
        Optional<Emulation> emulation = Emulation.of(surroundings, store, tokens, sweeper::sweep);
        AtomicBoolean stopping = new AtomicBoolean();
        Routing routing = new Routing(settings, surroundings, store, tokens, emulation, stopping::get);
        HttpServer http;
        try {
            http = new HttpServer(
                    listening,
                    port -> routing.router(ServerAddress.publicUrl(settings, port)),
                    () -> surroundings.requestIds().get().toString());
        } catch (UncheckedIOException | IllegalStateException e) {
            sweeper.close();
            storage.close();
            throw new StartRefusedException("port " + settings.port() + " of " + settings.host()
                    + " cannot be listened on: it is taken, or that host is not this machine; name another with --port"
                    + " or --host, or take a free port with --port 0");
        }
        Optional<HttpServer> metrics;
        try {
            metrics = metrics(settings, surroundings);
        } catch (StartRefusedException e) {
            http.close();
            sweeper.close();
            storage.close();
            throw e;
        }
        if (settings.command() == Command.SERVE) {
            FirstAdmin.offer(
                    settings.adminLink(),
                    store,
                    surroundings,
                    ServerAddress.publicUrl(settings, http.port()),
                    terminal);
        }
        surroundings.seededRandom().ifPresent(SeededRandom::mark);
        emulation
                .flatMap(emulator -> Welcome.text(ServerAddress.publicUrl(settings, http.port()), emulator.start()))
                .ifPresent(terminal::println);
        return new Keywright(
                settings,
                stopping,
                surroundings,
                storage,
                sweeper,
                emulation,
                http,
                metrics,
                ServerAddress.readyUrl(settings, http.port()));
    }

    private static Optional<HttpServer> metrics(Settings settings, Surroundings surroundings)
            throws StartRefusedException {
        if (settings.metrics().isEmpty() || surroundings.metrics().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(MetricsListener.start(
                settings.metrics().get(), surroundings.metrics().get(), surroundings));
    }

    private void answerOn() {
        try {
            Thread.sleep(settings.stopDelay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String url() {
        return url;
    }

    /** The port at which the metrics are shown; empty when nothing is counted. */
    public OptionalInt metricsPort() {
        return metrics.stream().mapToInt(HttpServer::port).findFirst();
    }

    /**
     * Says that it is stopping and answers on for as long as the settings ask, so that whoever sends requests here can look
     * and send them elsewhere. Then finishes the requests in flight, and stops; what was not to stay is deleted.
     */
    @Override
    public void close() {
        if (!stopping.getAndSet(true)) {
            answerOn();
        }
        emulation.ifPresent(Emulation::close);
        http.close();
        metrics.ifPresent(HttpServer::close);
        sweeper.close();
        storage.close();
        surroundings.close();
    }
}
