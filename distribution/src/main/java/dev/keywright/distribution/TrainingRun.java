package dev.keywright.distribution;

import dev.keywright.server.Keywright;
import dev.keywright.server.cli.Cli;
import dev.keywright.server.log.GatheringStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the ahead-of-time cache is made from when the program is packaged: an emulator starts and answers what a first user
 * asks. Every later start finds the classes loaded and linked (JEP 483).
 */
final class TrainingRun {
    private static final Pattern URL = Pattern.compile("ready on (\\S+)");
    private static final Pattern CLIENT = Pattern.compile("-u '([^']+)'");
    private static final Pattern CODE_REQUEST = Pattern.compile("-d '(\\{.*?\\})'\\)");
    private static final Pattern REDIRECT_URI = Pattern.compile("\"redirect_uri\":\"([^\"]+)\"");
    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");

    private TrainingRun() {}

    /** Takes an empty folder for the data, so that it is written as in production; exit status 0 when every answer was as expected. */
    public static void main(String[] arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new GatheringStream(terminal, "terminal"), false, StandardCharsets.UTF_8);
        Cli cli = new Cli(
                Keywright.launcher(err),
                // Stopped as soon as it is ready and was asked: the signal comes from here.
                stop -> Thread.ofPlatform().start(() -> {
                    try {
                        ask(out, err, terminal);
                    } finally {
                        stop.run();
                    }
                }),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                err);
        String folder = arguments[0];
        int status = cli.run("emulate", "--port", "0", "--data", folder + "/data", "--keys", folder + "/keys");
        System.exit(status);
    }

    private static void ask(ByteArrayOutputStream out, PrintStream err, ByteArrayOutputStream terminal) {
        String url = first(URL, awaitLine(out));
        err.flush();
        String welcome = terminal.toString(StandardCharsets.UTF_8);
        String basic = java.util.Base64.getEncoder()
                .encodeToString(first(CLIENT, welcome).getBytes(StandardCharsets.UTF_8));
        String codeRequest = first(CODE_REQUEST, welcome);
        String code = post(url + "/emulator/authorize", basic, codeRequest);
        code = first(Pattern.compile("\"code\":\"([^\"]+)\""), code);
        String answer = post(
                url + "/v1/oauth/token",
                basic,
                "{\"grant_type\":\"authorization_code\",\"code\":\"" + code + "\",\"redirect_uri\":\""
                        + first(REDIRECT_URI, codeRequest) + "\"}");
        String refresh = first(REFRESH_TOKEN, answer);
        post(url + "/v1/oauth/introspect", basic, "{\"token\":\"" + refresh + "\"}");
        answer = post(
                url + "/v1/oauth/token",
                basic,
                "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + refresh + "\"}");
        refresh = first(REFRESH_TOKEN, answer);
        post(url + "/v1/oauth/revoke", basic, "{\"token\":\"" + refresh + "\"}");
        open(url + "/login");
    }

    private static String awaitLine(ByteArrayOutputStream out) {
        while (out.toString(StandardCharsets.UTF_8).indexOf('\n') < 0) {
            Thread.onSpinWait();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String post(String url, String basic, String body) {
        try {
            HttpURLConnection connection = connection(url);
            connection.setDoOutput(true);
            connection.setRequestProperty("Authorization", "Basic " + basic);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
            return answer(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void open(String page) {
        try {
            HttpURLConnection connection = connection(page);
            connection.setRequestProperty("Accept", "text/html");
            answer(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the JDK's old client: the new one has hundreds of classes, which every later start would find ready for nothing. */
    private static HttpURLConnection connection(String url) throws IOException {
        return (HttpURLConnection) URI.create(url).toURL().openConnection();
    }

    private static String answer(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() != 200) {
            throw new IllegalStateException(connection.getURL() + " answered " + connection.getResponseCode());
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
