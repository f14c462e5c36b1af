package dev.keywright.distribution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A third-party app: asks the OAuth endpoints over HTTP. Safe to share between threads. */
public final class App implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String credentials;

    /** An app of the server at {@code url}, with the credentials of {@link Seeds}. */
    public App(String url) {
        this.url = url;
        byte[] basic = (Seeds.CLIENT + ":" + Seeds.SECRET).getBytes(StandardCharsets.UTF_8);
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(basic);
    }

    /** An access token and a refresh token. */
    public record Pair(String access, String refresh) {
        /** The generation that the refresh token says: the low 32 bits of its digits. */
        public long generation() {
            return Long.parseLong(refresh.substring(4, 15)) & 0xFFFFFFFFL;
        }
    }

    /** An answer. */
    public record Reply(int status, String body, java.net.http.HttpHeaders headers) {
        /** Whether it is a pair. */
        public boolean ok() {
            return status == 200;
        }

        /** The pair of a token response. */
        public Pair pair() {
            return new Pair(field("access_token"), field("refresh_token"));
        }

        /** Whether introspection called the token active. */
        public boolean active() {
            return body.contains("\"active\":true");
        }

        private String field(String name) {
            Matcher matcher = Pattern.compile('"' + name + "\":\"([^\"]+)\"").matcher(body);
            if (!matcher.find()) {
                throw new AssertionError("no " + name + " in " + status + " " + body);
            }
            return matcher.group(1);
        }
    }

    /** Exchanges a code. */
    public Reply exchange(String code) throws IOException, InterruptedException {
        return post("/v1/oauth/token", "{\"grant_type\":\"authorization_code\",\"code\":\"" + code + "\"}");
    }

    /** Asks for the next pair. */
    public Reply refresh(String token) throws IOException, InterruptedException {
        return post("/v1/oauth/token", "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + token + "\"}");
    }

    /** Ends the authorization of a token. */
    public Reply revoke(String token) throws IOException, InterruptedException {
        return post("/v1/oauth/revoke", "{\"token\":\"" + token + "\"}");
    }

    /** Asks what a token is worth. */
    public Reply introspect(String token) throws IOException, InterruptedException {
        return post("/v1/oauth/introspect", "{\"token\":\"" + token + "\"}");
    }

    /** Who the bearer of an access token is. */
    public Reply me(String accessToken) throws IOException, InterruptedException {
        return send(request("/v1/users/me")
                .header("Authorization", "Bearer " + accessToken)
                .header("Notion-Version", "2022-06-28"));
    }

    private Reply post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", credentials)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body(), response.headers());
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
