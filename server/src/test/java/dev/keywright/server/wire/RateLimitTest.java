package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a connection may ask, and how often a client may fail to say who it is. */
class RateLimitTest {
    @TempDir
    private Path folder;

    private TestServer limited(String requests, String failures) throws IOException {
        String world = Files.readString(TestWorld.file(folder)) + "\nrate_limit: {requests_per_minute: " + requests
                + ", failed_authentication: " + failures + "}\n";
        Path file = Files.writeString(folder.resolve("limited.yaml"), world);
        return TestServer.withStillClock("world", file.toString());
    }

    private static Reply last(int times, Supplier<Reply> request) {
        IntStream.range(1, times)
                .forEach(i -> assertThat(request.get().status()).isNotEqualTo(429));
        return request.get();
    }

    @Test
    void oneRequestTooManyIsRefusedUntilTheMinuteIsOver() throws IOException {
        try (TestServer server = limited("180", "null")) {
            server.advance(Duration.ofSeconds(47));
            Flow flow = new Flow(server, TestWorld.LEDGER);
            String token = flow.tokens().access();

            Reply allowed = last(180, () -> flow.me(token));
            Reply refused = flow.me(token);
            server.advance(Duration.ofSeconds(13));
            Reply again = flow.me(token);

            assertThat(allowed.status()).isEqualTo(200);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("retry-after")).isEqualTo("13");
            assertThat(refused.shape())
                    .isEqualTo(
                            "{\"object\":\"error\",\"status\":429,\"code\":\"rate_limited\",\"message\":\"You have been"
                                    + " rate limited. Please try again in a few minutes.\",\"additional_data\":"
                                    + "{\"rate_limit_reason\":\"public_api_request_rate_limit\",\"retry_after\":\"13\"},"
                                    + "\"request_id\":\"<id>\"}");
            assertThat(again.status()).isEqualTo(200);
        }
    }

    @Test
    void eachConnectionHasItsOwnLimit() throws IOException {
        try (TestServer server = limited("3", "null")) {
            Flow ledger = new Flow(server, TestWorld.LEDGER);
            Flow desk = new Flow(server, TestWorld.DESK);
            String first = ledger.tokens().access();
            String second = ledger.tokens().access();
            String other = desk.tokens().access();

            last(3, () -> ledger.me(first));

            assertThat(ledger.me(second).status()).isEqualTo(429);
            assertThat(desk.me(other).status()).isEqualTo(200);
        }
    }

    /** The token is looked at first: who has none learns nothing of limits. */
    @Test
    void aBadTokenIsRefusedAsOneAndCountsForNobody() throws IOException {
        try (TestServer server = limited("1", "null")) {
            Flow flow = new Flow(server, TestWorld.LEDGER);
            String token = flow.tokens().access();

            assertThat(flow.me("ntn_unknown").status()).isEqualTo(401);
            assertThat(flow.me(token).status()).isEqualTo(200);
            assertThat(flow.me(token).status()).isEqualTo(429);
            assertThat(flow.me("ntn_unknown").status()).isEqualTo(401);
        }
    }

    @Test
    void aResetForgetsWhatWasCounted() throws IOException {
        try (TestServer server = limited("1", "2")) {
            Flow flow = new Flow(server, TestWorld.LEDGER);
            flow.me(flow.tokens().access());
            last(
                    2,
                    () -> server.post(Flow.TOKEN)
                            .basic(TestWorld.LEDGER.id(), "x")
                            .send());

            server.post("/emulator/reset").send();

            String token = flow.tokens().access();
            assertThat(flow.me(token).status()).isEqualTo(200);
            assertThat(flow.me(token).status()).isEqualTo(429);
        }
    }

    @Test
    void theWorldSaysWhichLimitsItHas() throws IOException {
        try (TestServer server = limited("180", "5")) {
            assertThat(server.get("/emulator/world").send().text())
                    .endsWith("\"rate_limit\":{\"requests_per_minute\":180,\"failed_authentication\":5}}");
        }
    }

    /** C8: whoever guesses is stopped, and the client whose secret is guessed is not. */
    @Test
    void wrongSecretsFromOneAddressAreStoppedAndTheClientGetsInFromAnother() throws IOException {
        try (TestServer server = limited("null", "10")) {
            Flow flow = new Flow(server, TestWorld.LEDGER);
            String token = flow.tokens().access();

            Reply tenth = last(10, () -> guess(server));
            Reply eleventh = guess(server);
            Reply right = flow.introspect(token);
            Reply fromElsewhere = server.post(Flow.INTROSPECT)
                    .basic(TestWorld.LEDGER)
                    .json(Map.of("token", token))
                    .sendFrom("127.0.0.2");

            assertThat(tenth.refusal()).isEqualTo("401 invalid_client");
            assertThat(eleventh.status()).isEqualTo(429);
            assertThat(eleventh.header("retry-after")).isEqualTo("60");
            assertThat(eleventh.shape())
                    .isEqualTo(
                            "{\"object\":\"error\",\"status\":429,\"code\":\"rate_limited\",\"message\":\"You have been"
                                    + " rate limited. Please try again in a few minutes.\",\"additional_data\":"
                                    + "{\"rate_limit_reason\":\"public_api_endpoint_rate_limit\",\"retry_after\":\"60\"},"
                                    + "\"request_id\":\"<id>\"}");
            assertThat(right.status()).isEqualTo(429);
            assertThat(fromElsewhere.json().path("active").asBoolean()).isTrue();
            assertThat(server.refusals().getLast()).contains("too many requests from this address");
        }
    }

    private static Reply guess(TestServer server) {
        return server.post(Flow.TOKEN).basic(TestWorld.LEDGER.id(), "wrong").send();
    }

    @Test
    void theThrottleEndsWithItsMinute() throws IOException {
        try (TestServer server = limited("null", "1")) {
            Flow flow = new Flow(server, TestWorld.LEDGER);
            guess(server);
            assertThat(flow.exchange("x").status()).isEqualTo(429);

            server.advance(Duration.ofMinutes(1));

            assertThat(flow.exchange("x").refusal()).isEqualTo("400 invalid_grant");
        }
    }

    @Test
    void whoAuthenticatesIsNeverThrottledHoweverWrongTheRestIs() throws IOException {
        try (TestServer server = limited("null", "1")) {
            Flow flow = new Flow(server, TestWorld.LEDGER);

            Reply reply = last(5, () -> flow.exchange("00000000-0000-4000-8000-000000000000"));

            assertThat(reply.refusal()).isEqualTo("400 invalid_grant");
        }
    }

    /** C8: in production it is on unless the operator says otherwise. */
    @Test
    void inProductionTwentyWrongSecretsAreTooMany() {
        try (Production production = Production.start(folder, 1, List.of(TestWorld.LEDGER))) {
            TestServer server = production.server();
            long minute = minute();

            long throttled = throttledOfTwenty(server);
            if (minute() != minute) {
                // A minute ended meanwhile: these are all of the next one.
                throttled = throttledOfTwenty(server);
            }

            assertThat(throttled).isGreaterThanOrEqualTo(10);
        }
    }

    private static long minute() {
        return System.currentTimeMillis() / 60_000;
    }

    private static long throttledOfTwenty(TestServer server) {
        return IntStream.range(0, 20).filter(i -> guess(server).status() == 429).count();
    }

    @Test
    void inProductionTheOperatorSaysHowOftenAConnectionMayAsk() {
        try (Production production =
                Production.start(folder, 1, List.of(TestWorld.LEDGER), "requests_per_minute", "1")) {
            String token = production.tokens(TestWorld.LEDGER).access();
            Flow flow = production.flow(TestWorld.LEDGER);

            long refused = IntStream.range(0, 3)
                    .filter(i -> flow.me(token).status() == 429)
                    .count();

            // Two, or one when a minute ended meanwhile.
            assertThat(refused).isBetween(1L, 2L);
        }
    }

    @Test
    void theEmulatorHasNoLimitsUnlessItsWorldHas() {
        try (TestServer server = TestServer.emulate()) {
            Flow flow = Flow.of(server);
            String token = flow.tokens().access();

            Reply reply = last(200, () -> flow.me(token));

            assertThat(reply.status()).isEqualTo(200);
        }
    }
}
