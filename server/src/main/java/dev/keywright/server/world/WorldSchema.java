package dev.keywright.server.world;

import dev.keywright.server.packaged.PackagedFile;

/**
 * The JSON Schema (draft 2020-12) of world files, for editors. It says which fields there are and of what form; what one
 * field says of another, such as whether an email is that of a person, only reading a file can tell.
 */
public final class WorldSchema {
    private WorldSchema() {}

    /** The schema, as JSON. */
    public static String text() {
        return PackagedFile.text(WorldSchema.class, "world.schema.json");
    }
}
