package dev.keywright.server.cli;

import dev.keywright.server.store.World;

/** Says in a few words how much is in a world. */
final class WorldSummary {
    private WorldSummary() {}

    /** {@code 2 people, 1 workspace, 17 pages and 3 connections}. */
    static String of(World world) {
        return counted(world.people().size(), "person", "people") + ", "
                + counted(world.workspaces().size(), "workspace", "workspaces") + ", "
                + counted(world.pages().size(), "page", "pages") + " and "
                + counted(world.connections().size(), "connection", "connections");
    }

    private static String counted(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
