package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code GET /emulator/requests/stream}: the journal as it is written. */
@Timeout(120)
class JournalStreamTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @AutoClose
    private final TestServer server = TestServer.emulate();

    private final Flow flow = Flow.of(server);

    /** A stream has no end of its own, and closing would wait for it. */
    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    private Iterator<String> follow(String query) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/emulator/requests/stream" + query))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
        return response.body().iterator();
    }

    private static String next(Iterator<String> lines, String beginning) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("the stream ended before " + beginning);
    }

    @Test
    void whatIsThereComesFirstAndThenWhatHappens() throws IOException, InterruptedException {
        String code = flow.code();
        Iterator<String> lines = follow("");

        assertThat(next(lines, "data: ")).contains("\"path\":\"/emulator/authorize\"");
        flow.exchange(code);

        assertThat(next(lines, "id: ")).isEqualTo("id: 2");
        assertThat(next(lines, "data: ")).contains("redeemed: ", "\"status\":200");
    }

    @Test
    void onlyWhatIsAskedForComes() throws IOException, InterruptedException {
        Iterator<String> lines = follow("?path=/v1/users");

        flow.me(flow.tokens().access());

        assertThat(next(lines, "data: ")).contains("\"path\":\"/v1/users/me\"");
    }

    @Test
    void aRequestThatTurnsOutToBelongToAnAuthorizationComesAgain() throws IOException, InterruptedException {
        Iterator<String> lines = follow("");
        Browser ada = Browser.of(server, "owner@example.com");
        String install = Browser.path(ada.open(Flow.AUTHORIZE + "?" + flow.query(Map.of())));
        assertThat(next(lines, "data: {\"id\":3,"))
                .contains("\"path\":\"/v1/oauth/authorize\"", "\"authorization\":null");

        String page = Browser.path(ada.open(install));
        ada.open(page + "/pages");
        ada.send(page + "/pages", "go", "allow", "page", "b55c9c91-384d-452b-81db-d1ef79372b75");

        assertThat(next(lines, "data: {\"id\":3,")).doesNotContain("\"authorization\":null");
    }

    @Test
    void clearingIsTold() throws IOException, InterruptedException {
        flow.code();
        Iterator<String> lines = follow("");
        next(lines, "data: ");

        server.post("/emulator/reset").send();

        assertThat(next(lines, "event: cleared")).isEqualTo("event: cleared");
    }

    @Test
    void theStreamEndsWithTheServer() throws IOException, InterruptedException {
        TestServer other = TestServer.emulate();
        HttpResponse<Stream<String>> response = client.send(
                HttpRequest.newBuilder(URI.create(other.url() + "/emulator/requests/stream"))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());

        other.close();

        assertThat(response.body().count()).isPositive();
    }
}
