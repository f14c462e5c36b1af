package dev.keywright.server.http;

import java.io.IOException;
import java.io.OutputStream;

/** What is sent as it comes, after an answer has begun. */
public interface EventStream {
    /** Sends until there is no more, or until the client has left, which throws. Flushes what should arrive. */
    void sendTo(OutputStream client) throws IOException;
}
