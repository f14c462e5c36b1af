package dev.keywright.distribution;

import dev.keywright.server.Keywright;
import dev.keywright.server.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the ahead-of-time cache is made from when the program is packaged: an emulator starts, answers what a first user
 * asks, and stops. The classes that this loads are those that every later start finds ready.
 */
final class TrainingRun {
    private static final Pattern URL = Pattern.compile("ready on (\\S+)");
    private static final Pattern CLIENT = Pattern.compile("-u '([^']+)'");
    private static final Pattern CODE_REQUEST = Pattern.compile("-d '(\\{.*?\\})'\\)");
    private static final Pattern REDIRECT_URI = Pattern.compile("\"redirect_uri\":\"([^\"]+)\"");
    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");

    private TrainingRun() {}

    /** Takes no arguments; exit status 0 when every answer was as expected. */
    public static void main(String[] arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        Cli cli = new Cli(
                Keywright.launcher(err),
                // Stopped as soon as it is ready and was asked: the signal comes from here.
                stop -> Thread.ofPlatform().start(() -> {
                    try {
                        ask(out, terminal);
                    } finally {
                        stop.run();
                    }
                }),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                err);
        int status = cli.run("emulate", "--port", "0");
        System.exit(status);
    }

    private static void ask(ByteArrayOutputStream out, ByteArrayOutputStream terminal) {
        String url = first(URL, awaitLine(out));
        String welcome = terminal.toString(StandardCharsets.UTF_8);
        String basic = java.util.Base64.getEncoder()
                .encodeToString(first(CLIENT, welcome).getBytes(StandardCharsets.UTF_8));
        String codeRequest = first(CODE_REQUEST, welcome);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String code = post(client, url + "/emulator/authorize", basic, codeRequest);
            code = first(Pattern.compile("\"code\":\"([^\"]+)\""), code);
            String answer = post(
                    client,
                    url + "/v1/oauth/token",
                    basic,
                    "{\"grant_type\":\"authorization_code\",\"code\":\"" + code + "\",\"redirect_uri\":\""
                            + first(REDIRECT_URI, codeRequest) + "\"}");
            String refresh = first(REFRESH_TOKEN, answer);
            post(client, url + "/v1/oauth/introspect", basic, "{\"token\":\"" + refresh + "\"}");
            post(
                    client,
                    url + "/v1/oauth/token",
                    basic,
                    "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + refresh + "\"}");
            post(client, url + "/v1/oauth/revoke", basic, "{\"token\":\"" + refresh + "\"}");
            open(client, url + "/login");
        }
    }

    private static String awaitLine(ByteArrayOutputStream out) {
        while (out.toString(StandardCharsets.UTF_8).indexOf('\n') < 0) {
            Thread.onSpinWait();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void open(HttpClient client, String page) {
        send(client, HttpRequest.newBuilder(URI.create(page)).header("Accept", "text/html"));
    }

    private static String post(HttpClient client, String url, String basic, String body) {
        return send(
                client,
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String send(HttpClient client, HttpRequest.Builder call) {
        HttpRequest request = call.build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the emulator did not say " + pattern);
        }
        return matcher.group(1);
    }
}
