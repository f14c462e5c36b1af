package dev.keywright.server.store;

import dev.keywright.protocol.Person;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Workspace;
import java.util.List;

/**
 * All that exists beside authorizations: what an empty store is filled with. Each list is in order.
 *
 * @param rateLimits how often clients may ask; for the emulator, which has no settings for it
 */
public record World(
        List<Person> people,
        List<Workspace> workspaces,
        List<Page> pages,
        List<Connection> connections,
        RateLimits rateLimits) {
    public World {
        people = List.copyOf(people);
        workspaces = List.copyOf(workspaces);
        pages = List.copyOf(pages);
        connections = List.copyOf(connections);
    }

    /** A world in which clients may ask as often as they like. */
    public World(List<Person> people, List<Workspace> workspaces, List<Page> pages, List<Connection> connections) {
        this(people, workspaces, pages, connections, RateLimits.NONE);
    }
}
