package dev.keywright.testkit;

import java.util.Map;

/** What will go wrong with the next answers. */
public final class Faults {
    private static final String PATH = "/emulator/faults";

    private final ControlEndpoints control;
    private final Scope scope;

    Faults(ControlEndpoints control, Scope scope) {
        this.control = control;
        this.scope = scope;
    }

    /**
     * Adds a fault behind those that wait; the first that matches a request is taken.
     *
     * @throws EmulatorRefusedException when it is not one that the emulator knows, or would meet other test classes
     */
    public void add(Fault fault) {
        scope.permitFault(fault);
        control.post(PATH, fault.body());
    }

    /**
     * How many still wait for a request.
     *
     * @throws EmulatorRefusedException on a shared emulator, where they are other classes' too
     */
    public int waiting() {
        scope.permitAll("the list of faults");
        return control.get(PATH).path("faults").size();
    }

    /**
     * Takes them all back.
     *
     * @throws EmulatorRefusedException on a shared emulator, where they are other classes' too
     */
    public void clear() {
        scope.permitAll("clearing faults");
        control.delete(PATH, Map.of());
    }
}
