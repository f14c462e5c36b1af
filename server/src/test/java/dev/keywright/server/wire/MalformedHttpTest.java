package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that two parsers could read as two different things (RFC 9112 §3.2, §6.3), each on a connection of its own and
 * with a second request smuggled behind it: refused, the connection closed, the second request never looked at.
 */
class MalformedHttpTest {
    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    private static final String SMUGGLED = "GET /v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String LINE = "POST /v1/oauth/token HTTP/1.1\r\n";

    private static Arguments request(String name, String bytes) {
        return Arguments.argumentSet(name, bytes);
    }

    private static Stream<Arguments> malformed() {
        return Stream.of(
                request(
                        "Content-Length with Transfer-Encoding",
                        LINE + "Host: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                request(
                        "Transfer-Encoding with Content-Length",
                        LINE + "Host: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
                request("two Content-Lengths", LINE + "Host: x\r\nContent-Length: 0\r\nContent-Length: 4\r\n\r\n"),
                request("a list of Content-Lengths", LINE + "Host: x\r\nContent-Length: 0, 4\r\n\r\n"),
                request("a signed Content-Length", LINE + "Host: x\r\nContent-Length: +0\r\n\r\n"),
                request("a negative Content-Length", LINE + "Host: x\r\nContent-Length: -1\r\n\r\n"),
                request("a Content-Length in hex", LINE + "Host: x\r\nContent-Length: 0x0\r\n\r\n"),
                request("two Hosts", LINE + "Host: x\r\nHost: y\r\nContent-Length: 0\r\n\r\n"),
                request("no Host", LINE + "Content-Length: 0\r\n\r\n"),
                request("an unknown version", "POST /v1/oauth/token HTTP/1.7\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
                request("no version", "POST /v1/oauth/token\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
                request("bare line feeds", "POST /v1/oauth/token HTTP/1.1\nHost: x\nContent-Length: 0\n\n"),
                request("a bare line feed between headers", LINE + "Host: x\nContent-Length: 0\r\n\r\n"),
                request("a header with NUL", LINE + "Host: x\r\nX: a\u0000b\r\nContent-Length: 0\r\n\r\n"),
                request("a header name with NUL", LINE + "Host: x\r\nX\u0000: a\r\nContent-Length: 0\r\n\r\n"),
                request("a space before the colon", LINE + "Host: x\r\nContent-Length : 0\r\n\r\n"),
                request("a folded header", LINE + "Host: x\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n"),
                request("a header without a colon", LINE + "Host: x\r\nnonsense\r\nContent-Length: 0\r\n\r\n"),
                request("a header without a name", LINE + "Host: x\r\n: a\r\nContent-Length: 0\r\n\r\n"),
                request(
                        "an unknown Transfer-Encoding",
                        LINE + "Host: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                request(
                        "a chunk size that is none",
                        LINE + "Host: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"),
                request("a space in the target", "GET /v1/users /me HTTP/1.1\r\nHost: x\r\n\r\n"),
                request("a control character in the target", "GET /v1/users\u0001/me HTTP/1.1\r\nHost: x\r\n\r\n"),
                request("another protocol", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"));
    }

    /** G13 */
    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedRequestIsRefusedAndNothingBehindItIsRead(String bytes) throws IOException {
        try (Wire wire = new Wire(SERVER.port())) {
            String answers = wire.send(bytes + SMUGGLED).endOfSending().untilClosed();

            assertThat(answers.split("HTTP/1\\.1 ", -1)).as(answers).hasSizeLessThanOrEqualTo(2);
            assertThat(answers).doesNotContain("invalid_request_url").doesNotContain("Exception", "\tat ");
            if (!answers.isEmpty()) {
                assertThat(answers)
                        .matches("(?s)HTTP/1\\.1 (400|501|505) .*")
                        .containsIgnoringCase("connection: close");
            }
        }
        assertThat(SERVER.get("/health").send().status()).isEqualTo(200);
    }

    /** G13: a refusal of this kind says the same few words whatever was sent. */
    @Test
    void aRefusalRepeatsNothingOfTheRequest() throws IOException {
        try (Wire wire = new Wire(SERVER.port())) {
            String answer = wire.send("GET /<script>4711 HTTP/1.1\r\nHost: x\r\nX: <script>4711\u0000\r\n\r\n")
                    .endOfSending()
                    .untilClosed();

            assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("4711", "script");
        }
    }

    /** Two good requests in one packet are two requests. */
    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (Wire wire = new Wire(SERVER.port())) {
            wire.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n" + SMUGGLED);

            assertThat(wire.receive().status()).isEqualTo(200);
            assertThat(wire.receive().field("code")).isEqualTo("invalid_request_url");
        }
    }

    private static Stream<Arguments> unfinished() {
        String large = LINE + "Host: x\r\nContent-Length: 200000\r\n\r\n";
        return Stream.of(
                request("a body that says it is too large", large),
                request(
                        "a chunked body that is too large",
                        LINE + "Host: x\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n" + "A".repeat(0x20000) + "\r\n"),
                request("a large body that nobody reads", large.replace("/v1/oauth/token", "/nothing")),
                request(
                        "a chunked body that nobody reads",
                        LINE.replace("/v1/oauth/token", "/nothing")
                                + "Host: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nAAAA\r\n"),
                request("a request that is the last", "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                request(
                        "a request that is the last, among others",
                        "GET /health HTTP/1.1\r\nHost: x\r\nConnection: x-trace, Close\r\n\r\n"));
    }

    /** G13: where a connection is said to end it does, and no part of a body becomes a request. */
    @ParameterizedTest
    @MethodSource("unfinished")
    void afterTheLastAnswerNothingMoreIsProcessed(String bytes) throws IOException {
        try (Wire wire = new Wire(SERVER.port())) {
            wire.send(bytes + SMUGGLED);
            Reply reply = wire.receive();
            String rest = wire.endOfSending().untilClosed();

            assertThat(reply.header("connection")).isEqualTo("close");
            assertThat(rest).isEmpty();
        }
    }

    /** What nobody asked for is read to its end, so that the next request begins where it should. */
    @Test
    void aBodyThatNobodyReadsDoesNotBecomeARequest() throws IOException {
        try (Wire wire = new Wire(SERVER.port())) {
            wire.send("POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: " + SMUGGLED.length() + "\r\n\r\n"
                    + SMUGGLED);
            wire.send("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(wire.receive().field("code")).isEqualTo("invalid_request_url");
            assertThat(wire.receive().field("status")).isEqualTo("ok");
            assertThat(wire.untilClosed()).isEmpty();
        }
    }
}
