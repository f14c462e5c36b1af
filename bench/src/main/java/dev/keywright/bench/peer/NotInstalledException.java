package dev.keywright.bench.peer;

import java.io.IOException;

/** What is to be measured is not on this machine; the message says how it gets there. */
public final class NotInstalledException extends IOException {
    private static final long serialVersionUID = 1;

    NotInstalledException(String message) {
        super(message);
    }
}
