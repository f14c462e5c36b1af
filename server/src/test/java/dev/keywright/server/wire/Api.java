package dev.keywright.server.wire;

import java.util.List;
import java.util.Map;

/** What one bot asks the REST endpoints. */
record Api(TestServer server, String token, String version) {
    static final String LATEST_BUT_ONE = "2025-09-03";

    /** As the bot of a fresh installation with these parameters of the headless approval. */
    static Api of(Flow flow, Map<String, ?> approval) {
        return new Api(
                flow.server(), Pair.of(flow.exchange(flow.code(approval))).access(), LATEST_BUT_ONE);
    }

    static Api of(Flow flow) {
        return of(flow, Map.of());
    }

    /** As the bot with which these pages are shared. */
    static Api sharing(Flow flow, String... pages) {
        return of(flow, Map.of("pages", List.of(pages)));
    }

    Api in(String otherVersion) {
        return new Api(server, token, otherVersion);
    }

    Reply get(String path) {
        return server.get(path).bearer(token).version(version).send();
    }

    Reply page(String id) {
        return get("/v1/pages/" + id);
    }

    Reply search(Map<String, ?> body) {
        return server.post("/v1/search")
                .bearer(token)
                .version(version)
                .json(body)
                .send();
    }

    Reply search(String body) {
        return server.post("/v1/search")
                .bearer(token)
                .version(version)
                .json(body)
                .send();
    }

    /** The titles that a search finds, in order. */
    static List<String> titles(Reply reply) {
        return reply.json()
                .path("results")
                .valueStream()
                .map(page -> page.at("/properties/title/title/0/plain_text").asString(""))
                .toList();
    }

    static List<String> ids(Reply reply) {
        return reply.json()
                .path("results")
                .valueStream()
                .map(result -> result.path("id").asString(""))
                .toList();
    }
}
