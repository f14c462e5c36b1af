package dev.keywright.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one app does with one server: the five calls of its life, each as its developer would make it. */
record Flow(TestServer server, App app) {
    static final String AUTHORIZE = "/v1/oauth/authorize";
    static final String TOKEN = "/v1/oauth/token";
    static final String INTROSPECT = "/v1/oauth/introspect";
    static final String REVOKE = "/v1/oauth/revoke";
    static final String ME = "/v1/users/me";

    static Flow of(TestServer server) {
        return new Flow(server, App.EXAMPLE);
    }

    /** A fresh code, as the person by default allows it, for a request that named the redirect URI. */
    String code() {
        return code(Map.of());
    }

    /** A fresh code for an authorization request with these parameters beside the usual ones. */
    String code(Map<String, ?> more) {
        Reply reply = authorize(more);
        if (reply.field("code").isEmpty()) {
            throw new AssertionError("no code: " + reply);
        }
        return reply.field("code");
    }

    Reply authorize(Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "client_id", app.id(), "redirect_uri", app.redirectUri(), "response_type", "code", "owner", "user"));
        fields.putAll(more);
        fields.values().removeIf(""::equals);
        return server.post("/emulator/authorize").json(fields).send();
    }

    /** What a browser gets at the authorization URL with these parameters beside the usual ones; an empty one is left out. */
    Reply browse(Map<String, String> more) {
        return server.get(AUTHORIZE + "?" + query(more)).send();
    }

    String query(Map<String, String> more) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "client_id", app.id(), "redirect_uri", app.redirectUri(), "response_type", "code", "owner", "user"));
        parameters.putAll(more);
        parameters.values().removeIf(String::isEmpty);
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    Reply exchange(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", app.redirectUri()));
    }

    /** The exchange of a code with these fields beside the usual ones; an empty one is left out. */
    Reply exchange(String code, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", app.redirectUri()));
        fields.putAll(more);
        fields.values().removeIf(""::equals);
        return token(fields);
    }

    Reply refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Reply token(Map<String, ?> fields) {
        return server.post(TOKEN).basic(app).json(fields).send();
    }

    Reply introspect(String token) {
        return server.post(INTROSPECT).basic(app).json(Map.of("token", token)).send();
    }

    boolean active(String token) {
        return introspect(token).json().path("active").asBoolean();
    }

    Reply revoke(String token) {
        return server.post(REVOKE).basic(app).json(Map.of("token", token)).send();
    }

    Reply me(String accessToken) {
        return server.get(ME).bearer(accessToken).version("2022-06-28").send();
    }

    /** A pair by the whole way: authorize, exchange. */
    Pair tokens() {
        return Pair.of(exchange(code()));
    }

    /** The pair after a refresh that succeeds. */
    Pair refreshed(Pair pair) {
        return Pair.of(refresh(pair.refresh()));
    }

    Flow as(App other) {
        return new Flow(server, other);
    }
}
