package dev.keywright.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program, started as a process on a port of its own: {@code keywright emulate}. */
public final class Emulator implements AutoCloseable {
    /** The first connection of the built-in world. */
    public static final ClientCredentials CONNECTION =
            new ClientCredentials("463558a3-725e-4f37-b6d3-0889894f68de", "secret_for_tests_only_0123456789abcdef");

    /** One of its redirect URIs. */
    public static final URI CALLBACK = URI.create("http://localhost:3000/auth/callback");

    private static final Path PROGRAM = Path.of(System.getProperty("keywright.program"));
    private static final Pattern READY = Pattern.compile("(?m)^Keywright is ready on (\\S+)$");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    private Emulator(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it; when this returns it answers. The start script finds a JDK 25: this test's JVM is older. */
    public static Emulator start(String... flags) throws IOException, InterruptedException {
        Path run = PROGRAM.resolve("run");
        if (!Files.isExecutable(run)) {
            throw new IllegalStateException("no program to test: build it with mvn -pl distribution -am package");
        }
        Path said = Files.createTempDirectory(Files.createDirectories(Path.of("target/said")), "");
        List<String> command = new ArrayList<>(List.of(run.toString(), "emulate", "--port", "0"));
        command.addAll(List.of(flags));
        Process process = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.resolve("out").toFile())
                .redirectError(said.resolve("err").toFile())
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean over = !process.isAlive() || System.nanoTime() > deadline;
            Matcher ready = READY.matcher(Files.readString(said.resolve("out")));
            if (ready.find()) {
                return new Emulator(process, URI.create(ready.group(1)));
            }
            if (over) {
                process.destroyForcibly();
                throw new IllegalStateException("not ready: " + command + "\n" + Files.readString(said.resolve("err")));
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
    }

    /** Where it listens. */
    public URI url() {
        return url;
    }

    /** A client of the first connection. */
    OAuthClient client() {
        return OAuthClient.builder(CONNECTION).baseUrl(url).build();
    }

    /** Plays the person who answers an authorization request, and gives the query that comes back to the redirect URI. */
    public String answer(URI authorizationUrl, String decision) throws IOException, InterruptedException {
        StringBuilder fields = new StringBuilder("{\"decision\":\"" + decision + "\"");
        for (String parameter : authorizationUrl.getQuery().split("&", -1)) {
            String[] pair = parameter.split("=", 2);
            fields.append(",\"").append(pair[0]).append("\":\"").append(pair[1]).append('"');
        }
        String answer = control("/emulator/authorize", fields.append('}').toString());
        Matcher back = Pattern.compile("\"redirect_to\":\"[^\"?]*\\?([^\"]*)\"").matcher(answer);
        if (!back.find()) {
            throw new IllegalStateException(answer);
        }
        return back.group(1);
    }

    /** A code of a person who allows everything. */
    String code() throws IOException, InterruptedException {
        AuthorizationUrl request = client().authorizationUrl(CALLBACK).build();
        AuthorizationCallback callback = AuthorizationCallback.read(answer(request.url(), "allow"), request.state());
        return ((AuthorizationCallback.AuthorizationCode) callback).value();
    }

    /** A new authorization of the first connection. */
    TokenResponse authorize() throws IOException, InterruptedException {
        return (TokenResponse) client().exchange(code(), CALLBACK);
    }

    /** Posts JSON to a control endpoint, and gives the answer. */
    String control(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(url.resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** What it answers to a GET without a token: its journal at {@code /emulator/requests} for example. */
    public String read(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The status with which the API answers the bearer of a token. */
    int callApi(AccessToken token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/users/me"))
                .header("Authorization", token.bearer())
                .header("Notion-Version", "2025-09-03")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
