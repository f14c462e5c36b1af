package dev.keywright.server;

import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.audit.LoggedAuditTrail;
import dev.keywright.server.consent.AutomaticApproval;
import dev.keywright.server.emulator.ApproveEverything;
import dev.keywright.server.emulator.EmulatorClock;
import dev.keywright.server.emulator.SeededRandom;
import dev.keywright.server.emulator.TerminalJournal;
import dev.keywright.server.http.Journal;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Settings;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Time, chance and where words go: all in which the emulator differs from production before the first request.
 *
 * @param emulatorClock the clock again, where it can be moved
 * @param seededRandom the randomness again, where it can be repeated
 */
record Surroundings(
        InstantSource clock,
        RandomGenerator random,
        Optional<EmulatorClock> emulatorClock,
        Optional<SeededRandom> seededRandom,
        Journal journal,
        AuditTrail audit,
        AutomaticApproval approval) {
    static Surroundings of(Settings settings, PrintStream terminal) {
        return settings.command() == Command.EMULATE ? emulator(settings, terminal) : production();
    }

    private static Surroundings production() {
        return new Surroundings(
                InstantSource.system(),
                new SecureRandom(),
                Optional.empty(),
                Optional.empty(),
                (request, answer) -> {},
                new LoggedAuditTrail(),
                AutomaticApproval.NONE);
    }

    private static Surroundings emulator(Settings settings, PrintStream terminal) {
        EmulatorClock clock =
                new EmulatorClock(InstantSource.system(), settings.seed().isPresent());
        Optional<SeededRandom> seeded = settings.seed().map(SeededRandom::new);
        return new Surroundings(
                clock,
                seeded.<RandomGenerator>map(random -> random).orElseGet(SecureRandom::new),
                Optional.of(clock),
                seeded,
                new TerminalJournal(terminal),
                // The emulator's journal says what an audit would, in words for a developer.
                (requestId, event) -> {},
                settings.autoApprove() ? new ApproveEverything() : AutomaticApproval.NONE);
    }
}
