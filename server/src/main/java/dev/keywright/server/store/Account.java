package dev.keywright.server.store;

import dev.keywright.protocol.Person;

/**
 * A person, with what this server knows beside what it shows to connections.
 *
 * @param admin whether the person may manage people and workspaces
 * @param active whether the person may sign in; one that may not has no session and no installation
 */
public record Account(Person person, boolean admin, boolean active) {}
