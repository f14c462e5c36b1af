package dev.keywright.distribution;

import dev.keywright.server.cli.Launcher;
import dev.keywright.server.cli.Running;
import dev.keywright.server.cli.StartRefusedException;
import dev.keywright.server.settings.LogFormat;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.World;
import java.util.random.RandomGenerator;

/** Has the log written as the settings say before a server starts: logging is up before they are read. */
record FormattedLog(Launcher server) implements Launcher {
    @Override
    public Running launch(Settings settings) throws StartRefusedException {
        if (settings.observability().logFormat() == LogFormat.JSON) {
            Logging.writeJson();
        }
        return server.launch(settings);
    }

    @Override
    public World world(Settings settings) throws StartRefusedException {
        return server.world(settings);
    }

    @Override
    public RandomGenerator random() {
        return server.random();
    }
}
