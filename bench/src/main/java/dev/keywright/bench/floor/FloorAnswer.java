package dev.keywright.bench.floor;

import dev.keywright.protocol.WireBody;
import io.helidon.http.Header;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** An answer that only has to be sent. */
final class FloorAnswer {
    private final byte[] body;
    private final List<Header> headers;

    FloorAnswer(WireBody body, String requestId, List<Header> headers) {
        this(body.toJson(requestId), headers);
    }

    FloorAnswer(byte[] body, List<Header> headers) {
        this.body = body.clone();
        this.headers = headers;
    }

    void send(ServerResponse response) {
        for (Header header : headers) {
            response.header(header);
        }
        response.send(body);
    }
}
