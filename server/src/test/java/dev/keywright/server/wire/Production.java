package dev.keywright.server.wire;

import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.Parameters;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.consent.Answered;
import dev.keywright.server.consent.AuthorizationRequests;
import dev.keywright.server.consent.CheckedRequest;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.consent.PersonsAnswer;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The production server on a folder of its own, with codes that people allowed while it was down: it has no page yet. */
final class Production implements AutoCloseable {
    private final TestServer server;
    private final Path folder;
    private final Map<App, List<String>> codes;

    private Production(TestServer server, Path folder, Map<App, List<String>> codes) {
        this.server = server;
        this.folder = folder;
        this.codes = codes;
    }

    /** Starts it in an empty folder, with so many codes for each of these apps. */
    static Production start(Path folder, int codesEach, List<App> apps, String... settings) {
        TestServer.serve(in(folder, "world", TestWorld.file(folder).toString())).close();
        Map<App, List<String>> codes = new HashMap<>();
        try (Store store = SqliteStore.open(data(folder), Durability.SYNCED, 8, new SecureRandom())) {
            for (App app : apps) {
                codes.put(app, codes(store, app, codesEach));
            }
        }
        return new Production(TestServer.serve(in(folder, settings)), folder, codes);
    }

    private static String[] in(Path folder, String... settings) {
        return TestWorld.with(
                settings,
                "data",
                data(folder).toString(),
                "keys",
                folder.resolve("keys").toString());
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** As many codes of this app, allowed by the default person straight in the store. */
    static List<String> codes(Store store, App app, int count) {
        AuthorizationRequests requests = new AuthorizationRequests(store, Dialect.STANDARD, "http://localhost");
        Consents consents = new Consents(
                store,
                AuthorizationPolicy.DEFAULT,
                InstantSource.system(),
                new SecureRandom(),
                (requestId, event) -> {});
        Parameters parameters = new Parameters(Map.of(
                "client_id", new JsonValue.Text(app.id()),
                "redirect_uri", new JsonValue.Text(app.redirectUri()),
                "response_type", new JsonValue.Text("code")));
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (requests.check(parameters) instanceof CheckedRequest.Valid(var request)
                    && consents.answer("test", request, PersonsAnswer.Allow.BY_DEFAULT)
                            instanceof Answered.Allowed(var code, String redirectTo)) {
                codes.add(code.reveal());
            } else {
                throw new AssertionError(requests.check(parameters));
            }
        }
        return codes;
    }

    TestServer server() {
        return server;
    }

    Flow flow(App app) {
        return new Flow(server, app);
    }

    /** A code of this app that was not asked for before. */
    String code(App app) {
        return codes.getOrDefault(app, List.of()).removeFirst();
    }

    Pair tokens(App app) {
        return Pair.of(flow(app).exchange(code(app)));
    }

    /** Where the data is. */
    Path data() {
        return data(folder);
    }

    @Override
    public void close() {
        server.close();
    }
}
