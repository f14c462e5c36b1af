package dev.keywright.testkit.server;

import dev.keywright.server.Keywright;
import dev.keywright.testkit.launch.RunningEmulator;
import java.net.URI;

/** A server in this JVM. */
record InProcessEmulator(Keywright server) implements RunningEmulator {
    @Override
    public URI url() {
        return URI.create(server.url());
    }

    @Override
    public void close() {
        server.close();
    }
}
