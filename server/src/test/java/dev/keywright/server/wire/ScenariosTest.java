package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code /emulator/scenarios}: what breaks apps, by name and for one connection. */
class ScenariosTest {
    @AutoClose
    private final TestServer server = TestServer.emulate();

    private final Flow flow = Flow.of(server);
    private final Flow other = flow.as(App.REPORTS);

    private Reply play(String name) {
        Reply reply = server.post("/emulator/scenarios")
                .json(Map.of("name", name, "client_id", App.EXAMPLE.id()))
                .send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.field("what_the_app_should_do")).isNotEmpty();
        return reply;
    }

    @Test
    void allAreListedWithWhatHappensAndWhatToDo() {
        Reply list = server.get("/emulator/scenarios").send();

        assertThat(list.json()
                        .path("scenarios")
                        .valueStream()
                        .map(scenario -> scenario.path("name").asString()))
                .containsExactly(
                        "refresh-answer-lost",
                        "refresh-raced",
                        "refresh-token-null",
                        "token-revoked-by-person",
                        "code-expired",
                        "code-replayed",
                        "rate-limited",
                        "server-error-once",
                        "slow");
        assertThat(list.json().path("scenarios").valueStream())
                .allSatisfy(scenario -> assertThat(scenario.properties())
                        .extracting(Map.Entry::getValue)
                        .extracting(JsonNode::asString)
                        .doesNotContain(""));
    }

    @Test
    void aRefreshAnswerIsLostAndTheRepeatedRefreshGivesThePair() {
        Pair pair = flow.tokens();
        play("refresh-answer-lost");

        assertThatThrownBy(() -> flow.refresh(pair.refresh())).isInstanceOf(UncheckedIOException.class);

        assertThat(flow.me(flow.refreshed(pair).access()).status()).isEqualTo(200);
    }

    @Test
    void aRefreshThatComesSecondGetsThePairOfTheFirst() {
        Pair pair = flow.tokens();
        play("refresh-raced");

        Pair raced = flow.refreshed(pair);

        assertThat(raced).isEqualTo(flow.refreshed(pair));
        assertThat(server.terminal()).contains("refresh-raced: somebody else sent the same a moment before");
    }

    @Test
    void aRefreshTokenIsNullOnceAndTheAccessTokenWorks() {
        play("refresh-token-null");

        Reply reply = flow.exchange(flow.code());

        assertThat(reply.text()).contains("\"refresh_token\":null");
        assertThat(flow.me(reply.field("access_token")).status()).isEqualTo(200);
        assertThat(flow.tokens().refresh()).startsWith("nrt_");
    }

    @Test
    void aPersonDisconnectsAndEveryTokenOfThatConnectionIsOver() {
        Pair first = flow.tokens();
        Pair second = Pair.of(flow.exchange(flow.code(Map.of("person", "grace@example.com"))));
        Pair others = other.tokens();

        Reply reply = play("token-revoked-by-person");

        assertThat(reply.json().path("ended_authorizations").asInt()).isEqualTo(2);
        assertThat(flow.me(first.access()).status()).isEqualTo(401);
        assertThat(flow.refresh(second.refresh()).refusal()).isEqualTo("400 invalid_grant");
        assertThat(other.me(others.access()).status()).isEqualTo(200);
    }

    @Test
    void aCodeCountsAsExpiredOnce() {
        play("code-expired");

        assertThat(flow.exchange(flow.code()).refusal()).isEqualTo("400 invalid_grant");
        assertThat(server.terminal())
                .contains("faulted POST /v1/oauth/token (400) code-expired: the code counts as expired");
        assertThat(flow.exchange(flow.code()).status()).isEqualTo(200);
    }

    @Test
    void aCodeWasExchangedBeforeAndTheAuthorizationIsOver() {
        play("code-replayed");

        Reply reply = flow.exchange(flow.code());

        assertThat(reply.refusal()).isEqualTo("400 invalid_grant");
        assertThat(server.terminal()).contains("code-replayed: somebody else sent the same a moment before");
    }

    @Test
    void aRequestIsOneTooManyAndTheNextIsNot() {
        Pair pair = flow.tokens();
        play("rate-limited");

        Reply reply = flow.me(pair.access());

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("retry-after")).isEqualTo("1");
        assertThat(flow.me(pair.access()).status()).isEqualTo(200);
    }

    @Test
    void theServerFailsOnceAndNothingIsDone() {
        Pair pair = flow.tokens();
        play("server-error-once");

        assertThat(flow.refresh(pair.refresh()).status()).isEqualTo(500);
        assertThat(flow.active(pair.access())).isTrue();
    }

    @Test
    void theOtherConnectionSeesNothingOfIt() {
        Pair others = other.tokens();
        play("rate-limited");
        play("server-error-once");
        play("refresh-answer-lost");

        assertThat(other.me(others.access()).status()).isEqualTo(200);
        assertThat(other.refresh(others.refresh()).status()).isEqualTo(200);
    }

    @Test
    void whatIsNoScenarioIsRefusedWithThoseThatAre() {
        Reply name = server.post("/emulator/scenarios")
                .json(Map.of("name", "flood", "client_id", App.EXAMPLE.id()))
                .send();
        Reply client = server.post("/emulator/scenarios")
                .json(Map.of("name", "slow", "client_id", "00000000-0000-4000-8000-000000000000"))
                .send();

        assertThat(name.status()).isEqualTo(400);
        assertThat(name.field("message")).startsWith("name should be one of refresh-answer-lost, refresh-raced,");
        assertThat(client.field("message"))
                .isEqualTo("client_id should be the one of a connection of this world, and"
                        + " 00000000-0000-4000-8000-000000000000 is not");
    }
}
