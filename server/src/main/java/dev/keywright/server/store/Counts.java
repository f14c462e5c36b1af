package dev.keywright.server.store;

/** How often things were done within a minute, counted by all servers on the same data together. */
public interface Counts {
    /**
     * Counts one of {@code key} in a minute, which is numbered from 1970; gives how many of it that makes. Which keys there
     * were cannot be read from a database.
     */
    int count(String key, long minute);
}
