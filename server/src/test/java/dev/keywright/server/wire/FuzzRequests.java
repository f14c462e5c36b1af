package dev.keywright.server.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Requests to every endpoint that were right before someone changed them; well framed all the same. */
final class FuzzRequests {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "BREW");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Notion-Version",
            "Origin",
            "Cookie",
            "X-Forwarded-For",
            "Accept-Encoding",
            "Range",
            "If-None-Match");

    private final Flow flow;
    private final Mutations mutations;
    private Pair pair;
    private String code;

    FuzzRequests(Flow flow, Mutations mutations) {
        this.flow = flow;
        this.mutations = mutations;
        this.code = flow.code();
        this.pair = new Pair("ntn_none", "nrt_none", "00000000-0000-4000-8000-000000000000");
        renew();
    }

    private record Template(String method, String target, String contentType, String body) {
        boolean bearer() {
            return target.startsWith("/v1/") && !target.startsWith("/v1/oauth/");
        }
    }

    byte[] next() {
        if (mutations.oneIn(100)) {
            renew();
        }
        Template template = mutations.any(templates());
        String method = mutations.oneIn(12) ? mutations.any(METHODS) : template.method();
        byte[] body = mutations.of(template.body()).getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(onOneLine("/" + mutations.of(template.target().substring(1)))
                        .replace(' ', '+'))
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        header(head, "Authorization", authorization(template));
        header(head, "Content-Type", template.contentType());
        header(head, "Notion-Version", "2022-06-28");
        if (mutations.oneIn(3)) {
            header(head, mutations.any(HEADERS), "x");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** What is live does not stay so: it is revoked, replayed, and the clock is moved, perhaps at this very moment. */
    private void renew() {
        code = flow.code();
        Reply reply = flow.exchange(flow.code());
        pair = reply.status() == 200 ? Pair.of(reply) : pair;
    }

    private String authorization(Template template) {
        String right = template.bearer()
                ? "Bearer " + pair.access()
                : App.basic(flow.app().id(), flow.app().secret());
        return mutations.oneIn(2) ? right : mutations.of(right);
    }

    private void header(StringBuilder head, String name, String value) {
        if (!mutations.oneIn(20)) {
            String sent = mutations.oneIn(4) ? mutations.of(value) : value;
            head.append(name).append(": ").append(onOneLine(sent)).append("\r\n");
        }
    }

    /** Without what would end a line of the head: how many requests these are must be known. */
    private static String onOneLine(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "~");
    }

    private List<Template> templates() {
        String json = "application/json";
        String form = "application/x-www-form-urlencoded";
        String uri = flow.app().redirectUri();
        String authorize = flow.query(Map.of("state", "s"));
        String fields = "{\"client_id\":\"" + flow.app().id() + "\",\"redirect_uri\":\"" + uri
                + "\",\"response_type\":\"code\",\"owner\":\"user\",\"pages\":[\"b55c9c91-384d-452b-81db-d1ef79372b75\"],"
                + "\"person\":\"grace@example.com\"}";
        return List.of(
                new Template(
                        "POST",
                        Flow.TOKEN,
                        json,
                        "{\"grant_type\":\"authorization_code\",\"code\":\"" + code + "\",\"redirect_uri\":\"" + uri
                                + "\",\"external_account\":{\"key\":\"k\",\"name\":\"n\"}}"),
                new Template(
                        "POST",
                        Flow.TOKEN,
                        form,
                        "grant_type=authorization_code&code=" + code + "&redirect_uri=http%3A%2F%2Flocalhost%3A3000"),
                new Template(
                        "POST",
                        Flow.TOKEN,
                        json,
                        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + pair.refresh() + "\"}"),
                new Template("POST", Flow.INTROSPECT, json, "{\"token\":\"" + pair.access() + "\"}"),
                new Template("POST", Flow.INTROSPECT, form, "token=" + pair.refresh() + "&token_type_hint=x"),
                new Template("POST", Flow.REVOKE, json, "{\"token\":\"" + pair.access() + "\"}"),
                new Template("GET", Flow.ME, json, ""),
                new Template("GET", "/v1/users?page_size=2&start_cursor=" + pair.botId(), json, ""),
                new Template("GET", "/v1/users/" + pair.botId(), json, ""),
                new Template("GET", "/v1/pages/b55c9c91-384d-452b-81db-d1ef79372b75", json, ""),
                new Template(
                        "POST",
                        "/v1/search",
                        json,
                        "{\"query\":\"run\",\"filter\":{\"property\":\"object\",\"value\":\"page\"},\"sort\":"
                                + "{\"direction\":\"ascending\",\"timestamp\":\"last_edited_time\"},\"page_size\":2,"
                                + "\"start_cursor\":\"b55c9c91-384d-452b-81db-d1ef79372b75\"}"),
                new Template("GET", Flow.AUTHORIZE + "?" + authorize, json, ""),
                new Template("GET", "/install-integration?" + authorize, json, ""),
                new Template("GET", "/.well-known/oauth-authorization-server", json, ""),
                new Template("GET", "/health", json, ""),
                new Template("GET", "/assets/keywright.css", json, ""),
                new Template("GET", "/login?next=%2Faccount", json, ""),
                new Template("GET", "/people/3ceaaf30-8142-48ea-91d9-3080f9b439fc?page=1", json, ""),
                new Template("GET", "/emulator/world", json, ""),
                new Template("POST", "/emulator/authorize", json, fields),
                new Template("POST", "/emulator/clock", json, "{\"advance\":\"PT1S\"}"),
                new Template("POST", "/emulator/clock", json, "{\"set\":\"2027-01-01T00:00:00Z\"}"),
                new Template("POST", "/emulator/revoke", json, "{\"bot_id\":\"" + pair.botId() + "\"}"));
    }
}
