package dev.keywright.server.emulator;

import dev.keywright.server.http.Faults;
import dev.keywright.server.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What can be made to go wrong, and the endpoints that do so. */
public final class FaultInjection {
    private final FaultList faults;
    private final ScenarioControl scenarios;

    /** Faults for the clients of a store; delays are spent by {@code waiting}. */
    public FaultInjection(Store store, CallingClient callers, InstantSource clock, Consumer<Duration> waiting) {
        this.faults = new FaultList(callers, waiting);
        this.scenarios = new ScenarioControl(store, clock, faults);
    }

    /** What stands between requests and their endpoints. */
    public Faults faults() {
        return faults;
    }

    /** What answers at {@code /emulator/faults}. */
    public ControlEndpoint.Action faultControl() {
        return new FaultControl(faults);
    }

    /** What answers at {@code /emulator/scenarios}. */
    public ControlEndpoint.Action scenarioControl() {
        return scenarios;
    }

    /** Nothing goes wrong any more. */
    public void clear() {
        faults.clear();
    }
}
