package dev.keywright.bench.load;

/** A kind of traffic: the conversations of all connections. */
@FunctionalInterface
public interface Workload {
    /**
     * The conversation of one connection.
     *
     * @param connection which one, from 0
     * @param connections of how many
     */
    Conversation on(int connection, int connections);
}
