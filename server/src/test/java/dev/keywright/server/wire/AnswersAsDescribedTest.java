package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real answers are as {@code /openapi.json} says, and every answer that it describes was really given. */
class AnswersAsDescribedTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String VERSION = "2026-03-11";

    @ParameterizedTest
    @ValueSource(strings = {"notion", "standard"})
    void thoseOfTheEmulator(String dialect, @TempDir Path folder) {
        try (TestServer server = TestWorld.emulate(folder, "dialect", dialect)) {
            ApiDescription api = ApiDescription.of(server);
            everyAnswerOfOAuth(server, api);
            everyAnswerOfTheApi(server, api);
            refusals(server, api);
            everyAnswerOfTheControls(server, api);
            whatTheServerSaysOfItself(server, api);

            assertThat(api.unseen())
                    .as("what is seen elsewhere: ReadyTest, and JournalStreamTest, for a stream has no end")
                    .isSubsetOf("get /emulator/requests/stream 200", "get /health/ready 503");
        }
    }

    @Test
    void thoseOfProduction(@TempDir Path folder) {
        try (Production production = Production.start(folder, 1, List.of(TestWorld.LEDGER))) {
            ApiDescription api = ApiDescription.of(production.server());
            Pair pair = production.tokens(TestWorld.LEDGER);

            api.answer(production.server().get("/forward-auth").bearer(pair.access()));
            api.answer(production.server().get("/forward-auth").bearer("ntn_other"));
            whatTheServerSaysOfItself(production.server(), api);

            assertThat(api.unseen()).noneMatch(answer -> answer.contains("/forward-auth"));
            assertThat(api.operations())
                    .noneMatch(operation -> operation.getValue().startsWith("/emulator"));
        }
    }

    private static void everyAnswerOfOAuth(TestServer server, ApiDescription api) {
        Flow flow = Flow.of(server).as(TestWorld.LEDGER);
        api.answer(server.get(Flow.AUTHORIZE + "?" + flow.query(Map.of())));
        api.answer(server.get(Flow.AUTHORIZE));
        Pair pair = Pair.of(token(server, api, TestWorld.LEDGER, exchange(flow)));
        Pair next = Pair.of(token(
                server, api, TestWorld.LEDGER, Map.of("grant_type", "refresh_token", "refresh_token", pair.refresh())));
        token(server, api, TestWorld.KIOSK, exchange(flow.as(TestWorld.KIOSK)));
        token(server, api, TestWorld.LAMP, exchange(flow.as(TestWorld.LAMP)));
        for (String presented : List.of(next.access(), "nothing")) {
            for (String path : List.of(Flow.INTROSPECT, Flow.REVOKE)) {
                api.answer(server.post(path).basic(TestWorld.LEDGER).json(Map.of("token", presented)));
            }
        }
        for (String path : List.of(Flow.TOKEN, Flow.INTROSPECT, Flow.REVOKE)) {
            api.answer(server.post(path).basic(TestWorld.LEDGER).json("{}"));
            api.answer(server.post(path).json("{}"));
            api.answer(server.post(path).basic(TestWorld.LEDGER.id(), "wrong").json("{}"));
        }
        if (!server.get("/.well-known/oauth-authorization-server")
                .send()
                .field("issuer")
                .isEmpty()) {
            api.answer(server.get("/.well-known/oauth-authorization-server"));
        }
    }

    private static Map<String, String> exchange(Flow flow) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                flow.code(),
                "redirect_uri",
                flow.app().redirectUri());
    }

    private static Reply token(TestServer server, ApiDescription api, App app, Map<String, String> fields) {
        Reply reply = api.answer(server.post(Flow.TOKEN).basic(app).json(fields));
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private static void everyAnswerOfTheApi(TestServer server, ApiDescription api) {
        Flow flow = Flow.of(server).as(TestWorld.LEDGER);
        String token = flow.tokens().access();
        String lacking = flow.as(TestWorld.LAMP).tokens().access();
        Reply users =
                api.answer(server.get("/v1/users?page_size=2").bearer(token).version(VERSION));
        Reply all = api.answer(server.get("/v1/users").bearer(token).version("2022-06-28"));
        for (String id : Api.ids(all)) {
            api.answer(server.get("/v1/users/" + id).bearer(token).version(VERSION));
        }
        for (String version : List.of(VERSION, "2022-06-28")) {
            Reply found = api.answer(
                    server.post("/v1/search").bearer(token).version(version).json("{}"));
            for (String id : Api.ids(found)) {
                api.answer(server.get("/v1/pages/" + id).bearer(token).version(version));
            }
            api.answer(server.get("/v1/users/me").bearer(token).version(version));
            api.answer(server.get("/v1/users/me").bearer(lacking).version(version));
        }
        assertThat(users.status()).isEqualTo(200);
        for (String path : List.of("/v1/users/" + NOBODY, "/v1/pages/" + NOBODY)) {
            assertThat(api.answer(server.get(path).bearer(token).version(VERSION))
                            .status())
                    .isEqualTo(404);
        }
        String readsNothing = readsNothing(server);
        for (String path : List.of("/v1/users", "/v1/users/" + NOBODY, "/v1/pages/" + NOBODY)) {
            api.answer(server.get(path).bearer(readsNothing).version(VERSION));
        }
        api.answer(
                server.post("/v1/search").bearer(readsNothing).version(VERSION).json("{}"));
    }

    /** A token of the connection that may do nothing. */
    private static String readsNothing(TestServer server) {
        return Flow.of(server).as(TestWorld.MUTE).tokens().access();
    }

    /** What all endpoints of one kind refuse alike. */
    private static void refusals(TestServer server, ApiDescription api) {
        String token = Flow.of(server).as(TestWorld.LEDGER).tokens().access();
        each(api, "/v1/", (method, path) -> {
            if (!path.equals(Flow.AUTHORIZE)) {
                server.post("/emulator/faults")
                        .json(Map.of("match", Map.of("path", path), "fault", Map.of("status", 429)))
                        .send();
                api.answer(server.call(method, path));
            }
        });
        for (String path : List.of("/v1/users/me", "/v1/users", "/v1/users/" + NOBODY, "/v1/pages/" + NOBODY)) {
            api.answer(server.get(path));
            api.answer(server.get(path).bearer(token));
        }
        api.answer(server.post("/v1/search").json("{}"));
        api.answer(server.post("/v1/search").bearer(token).version(VERSION).json("{"));
    }

    private static void everyAnswerOfTheControls(TestServer server, ApiDescription api) {
        Flow flow = Flow.of(server).as(TestWorld.LEDGER);
        Reply token = flow.exchange(flow.code());
        each(api, "/emulator/", (method, path) -> {
            api.answer(server.call(method, path).header("Origin", "https://elsewhere.example"));
            api.answer(server.call(method, path).json("[]"));
        });
        Map<String, String> asked = Map.of(
                "client_id", TestWorld.LEDGER.id(),
                "redirect_uri", TestWorld.LEDGER.redirectUri(),
                "response_type", "code");
        api.answer(server.post("/emulator/authorize").json(asked));
        api.answer(server.post("/emulator/authorize")
                .header("Accept", "text/plain")
                .json(asked));
        api.answer(server.post("/emulator/authorize").json(with(asked, "decision", "deny")));
        api.answer(server.post("/emulator/revoke").json(Map.of("bot_id", token.field("bot_id"))));
        api.answer(server.post("/emulator/clock").json(Map.of("advance", "PT1M")));
        for (Map<String, ?> fault : List.of(
                Map.of("status", 503, "retry_after", 2),
                Map.of("delay", "PT1S", "drop", "after"),
                Map.of("status", 502, "content_type", "text/html", "body", "no"))) {
            Map<String, ?> match = Map.of("client_id", TestWorld.LEDGER.id(), "grant_type", "refresh_token");
            api.answer(server.post("/emulator/faults").json(Map.of("match", match, "times", 2, "fault", fault)));
        }
        for (String scenario : List.of("refresh-raced", "token-revoked-by-person")) {
            api.answer(server.post("/emulator/scenarios")
                    .json(Map.of("name", scenario, "client_id", TestWorld.LEDGER.id())));
        }
        for (String path : List.of("world", "clock", "faults", "scenarios", "requests")) {
            api.answer(server.get("/emulator/" + path));
        }
        api.answer(server.call("DELETE", "/emulator/faults"));
        api.answer(server.call("DELETE", "/emulator/requests"));
        api.answer(server.post("/emulator/reset"));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private static void whatTheServerSaysOfItself(TestServer server, ApiDescription api) {
        for (String path : List.of("/health", "/health/live", "/health/ready", "/openapi.json", "/llms.txt")) {
            assertThat(api.answer(server.get(path)).status()).isEqualTo(200);
        }
    }

    private interface Asking {
        void ask(String method, String path);
    }

    private static void each(ApiDescription api, String prefix, Asking asking) {
        api.operations().stream()
                .filter(operation -> operation.getValue().startsWith(prefix))
                .forEach(operation -> asking.ask(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        operation.getValue().replaceAll("\\{[a-z_]+}", NOBODY)));
    }
}
