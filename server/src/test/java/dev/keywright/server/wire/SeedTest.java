package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code --seed N}: ids, codes, tokens and keys are a function of N and the order of requests. */
class SeedTest {
    /** A sequence in which everything is made that can be made, and every byte that came back but dates and the port. */
    private static List<String> play(TestServer server) {
        List<Reply> replies = new ArrayList<>();
        Flow flow = Flow.of(server);
        Flow notes = flow.as(App.NOTES);
        replies.add(server.get("/emulator/clock").send());
        replies.add(flow.authorize(Map.of()));
        Reply exchanged = flow.exchange(replies.getLast().field("code"));
        replies.add(exchanged);
        replies.add(flow.me(exchanged.field("access_token")));
        server.advance(Duration.ofSeconds(10));
        replies.add(flow.refresh(exchanged.field("refresh_token")));
        replies.add(flow.introspect(replies.getLast().field("access_token")));
        replies.add(notes.exchange(notes.code(Map.of("duplicate_template", true))));
        replies.add(server.get("/emulator/world").send());
        replies.add(server.get("/nothing").send());
        replies.add(flow.revoke(exchanged.field("access_token")));
        replies.add(flow.exchange("x"));
        return replies.stream()
                .map(reply -> (reply.status() + " " + heads(reply) + " " + reply.text()).replace(server.url(), "<url>"))
                .toList();
    }

    private static List<Map.Entry<String, String>> heads(Reply reply) {
        return reply.headers().stream()
                .filter(header -> !header.getKey().equals("Date"))
                .toList();
    }

    @Test
    void twoServersWithOneSeedAnswerTheSameBytes() {
        try (TestServer one = TestServer.emulate("seed", "42");
                TestServer other = TestServer.emulate("seed", "42")) {
            assertThat(play(one)).isEqualTo(play(other));
        }
    }

    @Test
    void aResetPlaysTheSameAgain() {
        try (TestServer server = TestServer.emulate("seed", "42")) {
            List<String> first = play(server);

            server.post("/emulator/reset").send();

            assertThat(play(server)).isEqualTo(first);
        }
    }

    @Test
    void anotherSeedMakesOtherTokensAndOtherIds() {
        try (TestServer one = TestServer.emulate("seed", "42");
                TestServer other = TestServer.emulate("seed", "43")) {
            assertThat(Flow.of(one).tokens().access())
                    .isNotEqualTo(Flow.of(other).tokens().access());
        }
    }

    /** Keys are a function of the seed, too, and so are as well known. Another seed's tokens are not genuine here. */
    @Test
    void aTokenOfAnotherSeedIsUnknown() {
        try (TestServer one = TestServer.emulate("seed", "42");
                TestServer other = TestServer.emulate("seed", "43")) {
            Pair pair = Flow.of(one).tokens();
            Flow.of(other).tokens();

            assertThat(Flow.of(other).refresh(pair.refresh()).refusal()).isEqualTo("400 invalid_grant");
            assertThat(other.refusals().getLast()).contains("is no token that this server issued");
        }
    }

    @Test
    void timeStandsStillAtTheFirstOfJanuaryUntilItIsAdvanced() {
        try (TestServer server = TestServer.emulate("seed", "42")) {
            Reply clock = server.get("/emulator/clock").send();
            server.advance(Duration.ofMinutes(10));
            Reply advanced = server.get("/emulator/clock").send();

            assertThat(clock.text()).isEqualTo("{\"now\":\"2026-01-01T00:00:00Z\",\"running\":false}");
            assertThat(advanced.text()).isEqualTo("{\"now\":\"2026-01-01T00:10:00Z\",\"running\":false}");
        }
    }
}
