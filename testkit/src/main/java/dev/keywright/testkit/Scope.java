package dev.keywright.testkit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Whether a test class has the emulator alone, or one connection of an emulator that others use too. */
sealed interface Scope {
    /** The whole emulator. */
    record Alone() implements Scope {}

    /**
     * One connection; its class may do nothing that other classes would notice.
     *
     * @param forgotten the id of the last journal entry of before the test method began
     */
    record OneConnection(Connection connection, AtomicLong forgotten) implements Scope {}

    /** Whether an entry of the journal is this class's. */
    default boolean sees(JournalEntry entry) {
        return !(this instanceof OneConnection one)
                || (entry.id() > one.forgotten().get()
                        && entry.clientId().equals(Optional.of(one.connection().clientId())));
    }

    /** The connection, where there is only one. */
    default Optional<Connection> own() {
        return this instanceof OneConnection one ? Optional.of(one.connection()) : Optional.empty();
    }

    /** Refuses what would concern other classes. */
    default void permitAll(String what) {
        if (own().isPresent()) {
            throw refused(what + " is not for one class to use");
        }
    }

    /** Refuses a fault that could meet other classes. */
    default void permitFault(Fault fault) {
        own().filter(own -> !fault.clientId().equals(Optional.of(own.clientId())))
                .ifPresent(own -> {
                    throw refused(
                            "a fault must name the connection of this class, client(connection) with " + own.name());
                });
    }

    /** Refuses another connection than its own. */
    default void permitConnection(String clientId) {
        own().filter(own -> !own.clientId().equals(clientId)).ifPresent(own -> {
            throw refused("this class works with the connection " + own.name());
        });
    }

    private static EmulatorRefusedException refused(String sentence) {
        return new EmulatorRefusedException(sentence
                + ": other test classes use the same emulator; leave shared = true out to have one of your own");
    }
}
