package dev.keywright.testkit.launch;

import java.net.URI;

/** An emulator that answers requests. */
public interface RunningEmulator extends AutoCloseable {
    /** Where it listens, without a slash at the end. */
    URI url();

    /** Stops it, and returns when it is gone with all that it kept. Called once. */
    @Override
    void close();
}
