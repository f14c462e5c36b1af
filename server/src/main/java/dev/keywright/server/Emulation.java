package dev.keywright.server;

import dev.keywright.server.emulator.CallingClient;
import dev.keywright.server.emulator.EmulatorClock;
import dev.keywright.server.emulator.FaultInjection;
import dev.keywright.server.emulator.SeededRandom;
import dev.keywright.server.emulator.journal.Observer;
import dev.keywright.server.emulator.journal.RecentEvents;
import dev.keywright.server.emulator.journal.RequestJournal;
import dev.keywright.server.http.Faults;
import dev.keywright.server.http.Journal;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the emulator has and production has not: a clock to move, faults, a journal, and a way back to the start. */
final class Emulation implements AutoCloseable {
    private final EmulatorClock clock;
    private final Optional<SeededRandom> random;
    private final Store store;
    private final World start;
    private final Runnable sweep;
    private final FaultInjection injection;
    private final RequestJournal journal;

    private Emulation(
            EmulatorClock clock,
            RecentEvents events,
            Optional<SeededRandom> random,
            Store store,
            Tokens tokens,
            Runnable sweep) {
        CallingClient callers = new CallingClient(tokens.inspection());
        this.clock = clock;
        this.random = random;
        this.store = store;
        this.start = store.world();
        this.sweep = sweep;
        this.injection = new FaultInjection(store, callers, clock, Emulation::pause);
        this.journal = new RequestJournal(new Observer(callers::of, tokens.codec(), events, clock));
    }

    /** The emulator's parts over the world that is in the store now; empty in production, where the world may be large. */
    static Optional<Emulation> of(Surroundings surroundings, Store store, Tokens tokens, Runnable sweep) {
        return surroundings
                .emulatorClock()
                .flatMap(clock -> surroundings
                        .recentEvents()
                        .map(events ->
                                new Emulation(clock, events, surroundings.seededRandom(), store, tokens, sweep)));
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            // The server stops: whoever waits is answered at once.
            Thread.currentThread().interrupt();
        }
    }

    /** The world that a reset brings back. */
    World start() {
        return start;
    }

    /** What stands between requests and their endpoints. */
    Faults faults() {
        return injection.faults();
    }

    /** Where requests are noted. */
    Journal journal() {
        return journal;
    }

    /** Adds the control endpoints; a reset does {@code more} beside what it does here. */
    void addTo(EmulatorRoutes routes, List<Runnable> more) {
        List<Runnable> reset = new ArrayList<>(List.of(
                clock::reset,
                () -> store.replace(start),
                store.people()::ensureAdmin,
                injection::clear,
                journal::clear));
        reset.addAll(more);
        random.ifPresent(seeded -> reset.add((Runnable) seeded::restart));
        routes.addClock(clock, sweep).addFaults(injection).addJournal(journal).addReset(reset);
    }

    /** Whoever follows the journal is let go. */
    @Override
    public void close() {
        journal.close();
    }
}
