package dev.keywright.server.cli;

import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.World;
import java.util.random.RandomGenerator;

/** What the command line starts: the rest of the server, which it does not know. */
public interface Launcher {
    /** Starts a server, and returns once its first request can be answered. */
    Running launch(Settings settings) throws StartRefusedException;

    /** The world that an empty store would be filled with under these settings. */
    World world(Settings settings) throws StartRefusedException;

    /** What keys are made with: cryptographically strong. */
    RandomGenerator random();
}
