package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of everything a request may bring, and who is served while others bring too much or nothing at all. */
class LimitsTest {
    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    private static final String POST = "POST /v1/oauth/token HTTP/1.1\r\nHost: x\r\n";

    private static void assertOthersAreServed() {
        Flow flow = Flow.of(SERVER);
        assertThat(flow.me(flow.tokens().access()).status()).isEqualTo(200);
    }

    /** Rows 35 and 36 of the dialect: 64 KiB, and the code is good after. */
    @Test
    void aBodyOf64KibibytesIsTakenAndALargerOneIsNot() {
        Flow flow = Flow.of(SERVER);
        String code = flow.code();
        String body = "{\"grant_type\":\"authorization_code\",\"redirect_uri\":\"" + App.EXAMPLE.redirectUri()
                + "\",\"code\":\"" + code + "\",\"x\":\"";
        String padding = "x".repeat(64 * 1024 - body.length() - 2);

        Reply tooLarge = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .json(body + padding + "x\"}")
                .send();
        Reply good = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .json(body + padding + "\"}")
                .send();

        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.shape()).isEqualTo("{\"error\":\"invalid_request\",\"request_id\":\"<id>\"}");
        assertThat(good.status()).isEqualTo(200);
    }

    @Test
    void aLargeBodyElsewhereIsRefusedInTheShapeOfTheRestEndpoints() {
        Reply reply = SERVER.get(Flow.ME)
                .body("application/json", "x".repeat(64 * 1024 + 1))
                .send();

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.shape())
                .startsWith("{\"object\":\"error\",\"status\":413,\"code\":\"validation_error\",\"message\":");
    }

    /** G7 and D11: a client that announces a gigabyte is answered before it sends any of it. */
    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(strings = {"65537", "1073741824", "9223372036854775807"})
    void anAnnouncedGigabyteIsRefusedAtOnce(String length) throws IOException {
        try (Wire wire = new Wire(SERVER.port())) {
            Reply reply =
                    wire.send(POST + "Content-Length: " + length + "\r\n\r\n").receive();

            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.header("connection")).isEqualTo("close");
        }
        assertOthersAreServed();
    }

    /** G7: a gigabyte in chunks is cut off after little more than the limit. */
    @Test
    void aGigabyteInChunksIsCutOff() throws IOException {
        byte[] chunk =
                ("10000\r\n" + "A".repeat(0x10000) + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        long sent = 0;
        try (Wire wire = new Wire(SERVER.port())) {
            wire.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
            while (sent < 1L << 30) {
                wire.send(chunk);
                sent += chunk.length;
            }
        } catch (SocketException e) {
            // Cut off.
        }

        assertThat(sent).isLessThan(64L << 20);
        assertOthersAreServed();
    }

    /** G7: nobody unpacks a bomb. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip"})
    void anEncodedBodyIsNotDecoded(String encoding) {
        Reply reply = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .header("Content-Encoding", encoding)
                .json(Map.of("grant_type", "refresh_token", "refresh_token", "x"))
                .send();

        assertThat(reply.status()).isIn(400, 415);
    }

    /** G7: headers of 16 KiB in all. */
    @Test
    void aFloodOfHeadersIsCutOff() throws IOException {
        long sent = 0;
        String answer = "";
        try (Wire wire = new Wire(SERVER.port())) {
            wire.send(POST);
            try {
                for (int i = 0; i < 100_000; i++) {
                    String header = "X-" + i + ": " + "v".repeat(100) + "\r\n";
                    wire.send(header);
                    sent += header.length();
                }
            } catch (SocketException e) {
                // Cut off.
            }
            answer = wire.untilClosed();
        }

        assertThat(sent).isLessThan(8L << 20);
        assertThat(answer).matches("(?s)(HTTP/1\\.1 (400|431) .*)?");
        assertOthersAreServed();
    }

    /** Row 36 of the dialect. */
    @ParameterizedTest(name = "a request line of {0} bytes: {1}")
    @CsvSource({"16000, 400 invalid_request_url", "17000, refused", "1000000, refused"})
    void aLongRequestLineIsRefused(int length, String expected) throws IOException {
        try (Wire wire = new Wire(SERVER.port())) {
            Reply reply;
            try {
                reply = wire.send("GET /" + "x".repeat(length) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                        .receive();
            } catch (SocketException e) {
                assertThat(expected).isEqualTo("refused");
                return;
            }
            assertThat(reply.header("content-type").contains("json") ? "400 " + reply.field("code") : "refused")
                    .isEqualTo(expected);
            assertThat(reply.status()).isIn(400, 414);
        }
        assertOthersAreServed();
    }

    /** G7: connections that say nothing, and some that say a byte now and then, keep nobody out. */
    @Test
    void idleAndSlowConnectionsKeepNobodyOut() throws IOException {
        List<Wire> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                waiting.add(new Wire(SERVER.port()));
            }
            for (int i = 0; i < 100; i++) {
                waiting.get(i).send("P");
                waiting.get(100 + i).send(POST + "X: a");
                waiting.get(200 + i).send(POST + "Content-Length: 100\r\n\r\n{");
            }
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < 100; i++) {
                    waiting.get(100 + i).send("a");
                    waiting.get(200 + i).send(" ");
                }
                assertOthersAreServed();
            }
        } finally {
            waiting.forEach(Wire::close);
        }
    }

    /** G7: a client that leaves in the middle leaves nothing behind, not even a stack trace in the log. */
    @Test
    void clientsThatLeaveInTheMiddleKeepNobodyOut() throws IOException {
        String request = POST + "Content-Length: 50\r\n\r\n{\"grant_type\":\"refresh_token\"";
        try (Logged logged = Logged.everything()) {
            for (int i = 0; i < 200; i++) {
                try (Wire wire = new Wire(SERVER.port())) {
                    wire.send(request.substring(0, 10 + i % 80));
                }
            }
            assertOthersAreServed();

            assertThat(logged.lines()).noneMatch(line -> line.contains("Internal server error"));
        }
    }
}
