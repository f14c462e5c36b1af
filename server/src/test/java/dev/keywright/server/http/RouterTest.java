package dev.keywright.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered when an endpoint cannot answer: here every endpoint throws. */
class RouterTest {
    private static final String ID = "e202e8c9-0990-40af-855f-ff8f872b1ec6";

    /** What passes by itself. */
    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<Answer> journal = new ArrayList<>();

    private Answer answer(Dialect dialect, String path, RuntimeException failure) {
        Routes routes = new Routes().add("POST", path, request -> {
            throw failure;
        });
        Router router = new Router(
                routes,
                dialect,
                Faults.NONE,
                (request, outcome) -> journal.add(answered(outcome)),
                Traffic.UNCOUNTED,
                BrowserPages.NONE,
                Busy.class::isInstance);
        return answered(
                router.answer(new Request(ID, "POST", path, "code=4711", name -> List.of(), new byte[0], "192.0.2.1")));
    }

    private static Answer answered(Outcome outcome) {
        return ((Outcome.Answered) outcome).answer();
    }

    private static Optional<String> header(Answer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Answer.Header::value)
                .findFirst();
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Row 35 of the dialect: in the one shape that the official SDK tries again for, on OAuth paths too. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/oauth/token", "/v1/oauth/authorize", "/v1/users/me"})
    void whatPassesByItselfIsA503ThatSaysWhenToComeBack(String path) {
        Answer answer = answer(Dialect.NOTION, path, new Busy());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).contains("1");
        assertThat(body(answer))
                .isEqualTo(
                        "{\"object\":\"error\",\"status\":503,\"code\":\"service_unavailable\",\"message\":\"Keywright"
                                + " is temporarily unavailable. Please try again later.\",\"request_id\":\"" + ID
                                + "\"}");
    }

    /** A15: a defect shows neither where it is nor what was said about it, which may quote the request. */
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aDefectShowsNothingOfItself(Dialect dialect) {
        Answer answer =
                answer(dialect, "/v1/oauth/authorize", new IllegalStateException("secret_4711 was not expected"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(body(answer))
                .isEqualTo("{\"object\":\"error\",\"status\":500,\"code\":\"internal_server_error\",\"message\":"
                        + "\"Unexpected error occurred.\",\"request_id\":\"" + ID + "\"}");
    }

    /** G1: the journal and the log learn where, and not what. */
    @Test
    void aDefectIsExplainedWithoutItsMessage() {
        answer(Dialect.NOTION, "/v1/oauth/token", new IllegalStateException("secret_4711 was not expected"));

        assertThat(journal)
                .singleElement()
                .satisfies(answer -> assertThat(answer.explanation())
                        .hasValueSatisfying(why -> assertThat(why.reason())
                                .startsWith("a defect of the server: java.lang.IllegalStateException at ")
                                .doesNotContain("4711")));
    }

    /** Row 29 of the dialect. */
    @Test
    void aFailureOfAnOauthEndpointIsNotStoredEither() {
        Answer answer = answer(Dialect.NOTION, "/v1/oauth/token", new Busy());

        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).contains("nosniff");
        assertThat(header(answer, "x-notion-request-id")).contains(ID);
    }
}
