package dev.keywright.server;

import dev.keywright.server.consent.AuthorizationRequests;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.emulator.AuthorizeControl;
import dev.keywright.server.emulator.ClockControl;
import dev.keywright.server.emulator.ControlEndpoint;
import dev.keywright.server.emulator.EmulatorClock;
import dev.keywright.server.emulator.FaultControl;
import dev.keywright.server.emulator.FaultInjection;
import dev.keywright.server.emulator.ResetControl;
import dev.keywright.server.emulator.RevokeControl;
import dev.keywright.server.emulator.ScenarioControl;
import dev.keywright.server.emulator.Welcome;
import dev.keywright.server.emulator.WorldControl;
import dev.keywright.server.emulator.journal.JournalControl;
import dev.keywright.server.emulator.journal.JournalStreamControl;
import dev.keywright.server.emulator.journal.RequestJournal;
import dev.keywright.server.http.Routes;
import dev.keywright.server.store.Store;
import dev.keywright.server.world.WorldWriter;
import java.util.List;
import java.util.Set;

/** The control endpoints: what the emulator answers and production does not. */
final class EmulatorRoutes {
    private final Routes routes;
    private final Store store;
    private final String publicUrl;

    EmulatorRoutes(Routes routes, Store store, String publicUrl) {
        this.routes = routes;
        this.store = store;
        this.publicUrl = publicUrl;
    }

    /** The world, and what people do in it. */
    EmulatorRoutes addWorld(AuthorizationRequests requests, Consents consents) {
        routes.add("GET", "/emulator/world", control(WorldControl.FIELDS, new WorldControl(this::worldJson)))
                .add(
                        "POST",
                        "/emulator/authorize",
                        new ControlEndpoint(publicUrl, new AuthorizeControl(requests, consents)));
        return this;
    }

    /** Time, and disconnecting at a time. */
    EmulatorRoutes addClock(EmulatorClock clock, Runnable sweep) {
        ControlEndpoint control = control(ClockControl.FIELDS, new ClockControl(clock, sweep));
        routes.add("GET", "/emulator/clock", control)
                .add("POST", "/emulator/clock", control)
                .add("POST", "/emulator/revoke", control(RevokeControl.FIELDS, new RevokeControl(store, clock)));
        return this;
    }

    /** Faults and scenarios. */
    EmulatorRoutes addFaults(FaultInjection injection) {
        ControlEndpoint faults = control(FaultControl.FIELDS, injection.faultControl());
        ControlEndpoint scenarios = control(ScenarioControl.FIELDS, injection.scenarioControl());
        routes.add("GET", "/emulator/faults", faults)
                .add("POST", "/emulator/faults", faults)
                .add("DELETE", "/emulator/faults", faults)
                .add("GET", "/emulator/scenarios", scenarios)
                .add("POST", "/emulator/scenarios", scenarios);
        return this;
    }

    /** What was asked, and why it was answered so. */
    EmulatorRoutes addJournal(RequestJournal journal) {
        ControlEndpoint requests = control(JournalControl.FIELDS, new JournalControl(journal));
        routes.add("GET", "/emulator/requests", requests)
                .add("DELETE", "/emulator/requests", requests)
                .add(
                        "GET",
                        "/emulator/requests/stream",
                        control(JournalControl.FIELDS, new JournalStreamControl(journal)));
        return this;
    }

    /** Back to the start, in these steps. */
    EmulatorRoutes addReset(List<Runnable> steps) {
        routes.add("POST", "/emulator/reset", control(ResetControl.FIELDS, new ResetControl(steps)));
        return this;
    }

    private ControlEndpoint control(Set<String> fields, ControlEndpoint.Action action) {
        return new ControlEndpoint(publicUrl, fields, action);
    }

    private String worldJson() {
        return WorldWriter.json(store.world(), connection -> Welcome.authorizationUrl(publicUrl, connection));
    }
}
