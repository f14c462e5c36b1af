package dev.keywright.server.emulator;

/**
 * A fault that waits for its requests.
 *
 * @param name what lists call it: its number, or its scenario
 * @param times how many requests it still meets
 */
record FaultRule(String name, FaultMatch match, int times, Fault fault) {
    /** The rule after it met one more. */
    FaultRule met() {
        return new FaultRule(name, match, times - 1, fault);
    }
}
