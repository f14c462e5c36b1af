package dev.keywright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal as a test reads it: a reset by the test itself, and three requests of two connections. */
class JournalTest {
    private static final Connection INVOICES = connection("Invoices", "id-of-invoices");
    private static final Connection CALENDAR = connection("Calendar", "id-of-calendar");
    private static final String JOURNAL = """
            {"requests": [
              {"id": 16, "at": "2026-11-25T08:00:00Z", "request_id": "r16", "method": "POST",
               "path": "/emulator/reset", "client_id": null, "authorization": null,
               "request": {"query": {}, "body": null},
               "status": 200, "answer": {"reset": true}, "fault": null, "decision": null},
              {"id": 17, "at": "2026-11-25T08:00:00.123Z", "request_id": "r17", "method": "POST",
               "path": "/v1/oauth/token", "client_id": "id-of-invoices", "authorization": "b3fG",
               "request": {"query": {}, "body": {"grant_type": "refresh_token", "refresh_token": "nrt_1…9"}},
               "status": 400, "answer": {"error": "invalid_grant"}, "fault": null,
               "decision": {"summary": "refused: the token was rotated", "advice": "Keep the newer pair."}},
              {"id": 18, "at": "2026-11-25T08:00:01Z", "request_id": "r18", "method": "GET",
               "path": "/v1/users/me", "client_id": "id-of-calendar", "authorization": null,
               "request": {"query": {"a": "b"}, "body": null},
               "status": 200, "answer": {"object": "user", "bot": {}}, "fault": null, "decision": null},
              {"id": 19, "at": "2026-11-25T08:00:02Z", "request_id": "r19", "method": "POST",
               "path": "/v1/oauth/token", "client_id": null, "authorization": null,
               "request": {"query": {}, "body": {"grant_type": "refresh_token"}},
               "status": null, "answer": null, "fault": "fault-1: the connection was closed", "decision": null}]}
            """;

    private HttpServer server;
    private Requests requests;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/emulator/requests", exchange -> {
            byte[] bytes = JOURNAL.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        requests = new Requests(control(), new Scope.Alone());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anEntryHasAllThatTheJournalSays() {
        JournalEntry entry = requests.entries().get(0);

        assertThat(entry.id()).isEqualTo(17);
        assertThat(entry.at()).hasToString("2026-11-25T08:00:00.123Z");
        assertThat(entry.requestId()).isEqualTo("r17");
        assertThat(entry.clientId()).contains("id-of-invoices");
        assertThat(entry.authorization()).contains("b3fG");
        assertThat(entry.body()).containsEntry("grant_type", "refresh_token");
        assertThat(entry.status()).hasValue(400);
        assertThat(entry.answer()).containsEntry("error", "invalid_grant");
        assertThat(entry.summary()).contains("refused: the token was rotated");
        assertThat(entry.advice()).contains("Keep the newer pair.");
    }

    @Test
    void whatIsNullIsAbsent() {
        JournalEntry entry = requests.entries().get(2);

        assertThat(entry.clientId()).isEmpty();
        assertThat(entry.authorization()).isEmpty();
        assertThat(entry.status()).isEmpty();
        assertThat(entry.answer()).isEmpty();
        assertThat(entry.fault()).contains("fault-1: the connection was closed");
        assertThat(entry.summary()).isEmpty();
    }

    @Test
    void whatTheTestAskedOfTheControlEndpointsIsLeftOut() {
        assertThat(requests.entries()).extracting(JournalEntry::id).containsExactly(17L, 18L, 19L);
    }

    @Test
    void viewsNarrowDown() {
        assertThat(requests.to("/v1/oauth/token").entries())
                .extracting(JournalEntry::id)
                .containsExactly(17L, 19L);
        assertThat(requests.from(CALENDAR).entries())
                .extracting(JournalEntry::id)
                .containsExactly(18L);
        assertThat(requests.with("grant_type", "refresh_token").answered(400).entries())
                .extracting(JournalEntry::id)
                .containsExactly(17L);
        assertThat(requests.with("a", "b").entries())
                .extracting(JournalEntry::id)
                .containsExactly(18L);
    }

    @Test
    void whatHoldsPasses() {
        requests.to("/v1/oauth/token").assertCount(2);
        requests.to("/v1/oauth/revoke").assertNone();
        requests.from(CALENDAR)
                .assertEach("it gets an answer", entry -> entry.status().isPresent());
    }

    @Test
    void aWrongCountShowsTheEntriesThatWereCounted() {
        assertThatThrownBy(() -> requests.to("/v1/oauth/token").assertCount(1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        expected 1 requests to /v1/oauth/token, but there were 2:
                        #17 POST /v1/oauth/token -> 400
                            body: {grant_type=refresh_token, refresh_token=nrt_1…9}
                            answer: {error=invalid_grant}
                            why: refused: the token was rotated
                            advice: Keep the newer pair.
                        #19 POST /v1/oauth/token -> closed without an answer
                            body: {grant_type=refresh_token}
                            fault: fault-1: the connection was closed""");
    }

    @Test
    void whereNoneWereFoundAllAreShown() {
        assertThatThrownBy(() -> requests.to("/v1/oauth/revoke").assertCount(1))
                .hasMessageStartingWith(
                        "expected 1 requests to /v1/oauth/revoke, but there were 0; all requests:\n#17 ")
                .hasMessageContainingAll("\n#18 GET /v1/users/me -> 200", "\n#19 ");
    }

    @Test
    void thoseForWhichAnExpectationDoesNotHoldAreShown() {
        assertThatThrownBy(() -> requests.assertEach(
                        "each gets an answer", entry -> entry.status().isPresent()))
                .hasMessageStartingWith(
                        "expected that each gets an answer, but of 3 requests it does not hold for:\n#19 ")
                .hasMessageNotContaining("#17");
    }

    @Test
    void anExpectationOfEachFailsWhereThereIsNone() {
        assertThatThrownBy(() -> requests.to("/v1/oauth/revoke").assertEach("it is answered", entry -> true))
                .hasMessageStartingWith("expected that it is answered, but there were no requests to /v1/oauth/revoke");
    }

    @Test
    void onASharedEmulatorAClassSeesWhatItsConnectionAskedSinceItsMethodBegan() {
        assertThat(ofInvoicesSince(0).entries()).extracting(JournalEntry::id).containsExactly(17L);
        assertThat(ofInvoicesSince(17).entries()).isEmpty();
    }

    private Requests ofInvoicesSince(long id) {
        return new Requests(control(), new Scope.OneConnection(INVOICES, new AtomicLong(id)));
    }

    private ControlEndpoints control() {
        return new ControlEndpoints(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static Connection connection(String name, String clientId) {
        URI url = URI.create("http://127.0.0.1/v1/oauth/authorize?client_id=" + clientId);
        return new Connection(clientId, "secret", name, java.util.List.of("http://localhost/callback"), url);
    }
}
