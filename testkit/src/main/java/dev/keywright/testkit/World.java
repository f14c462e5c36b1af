package dev.keywright.testkit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The emulator's world as it stood when it was asked for.
 *
 * @param connections in the order of the world file
 */
public record World(List<Person> people, List<Workspace> workspaces, List<Connection> connections) {
    /** A world; the lists are copied. */
    public World {
        people = List.copyOf(people);
        workspaces = List.copyOf(workspaces);
        connections = List.copyOf(connections);
    }

    /**
     * The connection of this name or client id.
     *
     * @throws EmulatorRefusedException when there is none; the message names those that there are
     */
    public Connection connection(String nameOrClientId) {
        return connections.stream()
                .filter(one ->
                        one.name().equals(nameOrClientId) || one.clientId().equals(nameOrClientId))
                .findFirst()
                .orElseThrow(() -> new EmulatorRefusedException("the world has no connection " + nameOrClientId
                        + "; it has "
                        + connections.stream()
                                .map(one -> one.name() + " (" + one.clientId() + ")")
                                .collect(Collectors.joining(", "))));
    }
}
