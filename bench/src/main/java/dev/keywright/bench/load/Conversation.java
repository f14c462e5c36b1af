package dev.keywright.bench.load;

import java.nio.ByteBuffer;

/** What is said on one connection: a request, its answer, the next request. Used by one thread, one request at a time. */
public interface Conversation {
    /** The next request, whole, from position to limit. The buffer is the conversation's own and may be the same each time. */
    ByteBuffer request();

    /** Whether the answer to the last request is the right one. Called exactly once for an answer that came. */
    boolean accept(Answer answer);
}
