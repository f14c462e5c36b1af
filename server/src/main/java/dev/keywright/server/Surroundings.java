package dev.keywright.server;

import dev.keywright.protocol.Uuids;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.cli.StartRefusedException;
import dev.keywright.server.consent.AutomaticApproval;
import dev.keywright.server.emulator.ApproveEverything;
import dev.keywright.server.emulator.EmulatorClock;
import dev.keywright.server.emulator.SeededRandom;
import dev.keywright.server.emulator.journal.RecentEvents;
import dev.keywright.server.emulator.journal.TerminalJournal;
import dev.keywright.server.http.Journal;
import dev.keywright.server.http.Watch;
import dev.keywright.server.metrics.Metrics;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Settings;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Time, chance and where words go: all in which the emulator differs from production before the first request.
 *
 * @param requestIds makes the ids of requests, which tell nothing and open nothing: no strong source is asked for them
 * @param emulatorClock the clock again, where it can be moved
 * @param seededRandom the randomness again, where it can be repeated
 * @param recentEvents the audit trail again, where the journal reads it
 * @param metrics what is counted, where somebody asked for it
 */
record Surroundings(
        InstantSource clock,
        RandomGenerator random,
        Supplier<UUID> requestIds,
        Optional<EmulatorClock> emulatorClock,
        Optional<SeededRandom> seededRandom,
        Optional<RecentEvents> recentEvents,
        Optional<Metrics> metrics,
        Journal journal,
        Watch watch,
        AuditTrail audit,
        AutomaticApproval approval)
        implements AutoCloseable {
    static Surroundings of(Settings settings, PrintStream terminal) throws StartRefusedException {
        return settings.command() == Command.EMULATE ? emulator(settings, terminal) : production(settings);
    }

    private static Surroundings production(Settings settings) throws StartRefusedException {
        InstantSource clock = InstantSource.system();
        OperatorRecords records = OperatorRecords.open(settings, clock);
        return new Surroundings(
                clock,
                new SecureRandom(),
                () -> Uuids.random(ThreadLocalRandom.current()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                records.metrics(),
                (request, outcome) -> {},
                records.watch(),
                records.audit(),
                AutomaticApproval.NONE);
    }

    private static Surroundings emulator(Settings settings, PrintStream terminal) {
        EmulatorClock clock =
                new EmulatorClock(InstantSource.system(), settings.seed().isPresent());
        Optional<SeededRandom> seeded = settings.seed().map(SeededRandom::new);
        RandomGenerator random = seeded.<RandomGenerator>map(same -> same).orElseGet(SecureRandom::new);
        RecentEvents events = new RecentEvents();
        return new Surroundings(
                clock,
                random,
                () -> Uuids.random(random),
                Optional.of(clock),
                seeded,
                Optional.of(events),
                Optional.empty(),
                new TerminalJournal(terminal),
                new Watch(clock, List.of()),
                // The emulator's journal says what an audit would, in words for a developer.
                events,
                settings.autoApprove() ? new ApproveEverything() : AutomaticApproval.NONE);
    }

    /** Stores what was recorded. */
    @Override
    public void close() {
        watch.close();
        audit.close();
    }
}
