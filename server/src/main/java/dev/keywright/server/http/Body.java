package dev.keywright.server.http;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request's body as it arrives: at most one byte more than the limit is kept, which tells that there was more. */
final class Body {
    /** What a client may go on sending until it sees the answer. */
    private static final int STRAGGLING = 1024 * 1024;

    private final ServerRequest incoming;
    private Optional<InputStream> stream = Optional.empty();

    Body(ServerRequest incoming) {
        this.incoming = incoming;
    }

    /** The body; throws whatever Helidon throws when it is not framed as it says. */
    byte[] read() throws IOException {
        if (!incoming.content().hasEntity()) {
            return new byte[0];
        }
        if (isAnnouncedTooLarge()) {
            return new byte[Limits.BODY + 1];
        }
        stream = Optional.of(incoming.content().inputStream());
        long most = incoming.headers().contentLength().orElse(Limits.BODY + 1);
        return stream.get().readNBytes((int) most);
    }

    /** Whether it says of itself that it is over the limit, or does not say how long it is. */
    boolean isOfUnknownOrTooLargeSize() {
        return incoming.content().hasEntity()
                && (incoming.headers().contentLength().isEmpty() || isAnnouncedTooLarge());
    }

    private boolean isAnnouncedTooLarge() {
        return incoming.headers().contentLength().orElse(0) > Limits.BODY;
    }

    /**
     * Reads on before the connection is closed. A connection that is closed with bytes unread is reset, and the client,
     * who was still sending, would never see the answer.
     */
    void letStragglersIn() {
        if (!incoming.content().hasEntity() || incoming.headers().containsToken(HeaderValues.EXPECT_100)) {
            return;
        }
        try (InputStream rest =
                stream.isPresent() ? stream.get() : incoming.content().inputStream()) {
            byte[] buffer = new byte[8 * 1024];
            for (int total = 0; total < STRAGGLING; ) {
                int read = rest.read(buffer);
                if (read < 0) {
                    return;
                }
                total += read;
            }
        } catch (IOException | RuntimeException e) {
            // The client has gone, or sends what is no body: either way nothing more is owed to it.
        }
    }
}
