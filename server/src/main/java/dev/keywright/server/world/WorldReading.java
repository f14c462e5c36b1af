package dev.keywright.server.world;

import dev.keywright.server.store.World;

/** What came of reading a world file. */
public sealed interface WorldReading {
    /** It is a world, with every id filled in. */
    record Understood(World world) implements WorldReading {}

    /** It is not; {@code sentence} names file, line, field and what would be right, in one line without secrets. */
    record Refused(String sentence) implements WorldReading {}
}
