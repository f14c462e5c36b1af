package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the program ends, and how it refuses to begin. */
class StopIT {
    /** A shell that runs this in the background lets its children ignore Ctrl-C, and they would keep to that. */
    private static final List<String> NOTHING_IGNORED = List.of("env", "--default-signal=INT,TERM");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void askedToStopItFinishesTheRequestInFlightDeletesItsFolderAndExitsWithZero(String signal) throws Exception {
        Map<String, String> environment = Map.of("KEYWRIGHT_JVM_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        try (Program program =
                        Program.startBehind(NOTHING_IGNORED, environment, "emulate", "--port", "0", "--auto-approve");
                HalfSent halfSent = new HalfSent(program.url())) {
            assertThat(folders()).hasSize(1);

            program.signal(signal);
            awaitStopping(program.url());
            String answer = halfSent.sendTheRest();

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("invalid_grant");
            assertThat(program.exitStatus()).isZero();
            assertThat(folders()).isEmpty();
        }
    }

    @Test
    void aStoppedServerHasKeptWhatItAnswered() throws Exception {
        String code = Seeds.plant(temporary.resolve("data"), 1).getFirst();
        App.Pair pair;
        try (Program program = serve();
                App app = new App(program.url())) {
            pair = app.exchange(code).pair();
            assertThat(program.terminate()).isZero();
        }
        // What the database's log held is in the database: it was closed in order.
        assertThat(temporary.resolve("data/keywright.db-wal")).doesNotExist();
        try (Program program = serve();
                App app = new App(program.url())) {
            assertThat(app.me(pair.access()).status()).isEqualTo(200);
        }
    }

    @Test
    void beforeItStopsItAnswersOnForAsLongAsItWasTold() throws Exception {
        try (Program program = serve("--stop-delay", "PT3S")) {
            assertThat(get(program, "/health/ready").statusCode()).isEqualTo(200);

            program.signal("TERM");
            HttpResponse<String> ready;
            do {
                ready = get(program, "/health/ready");
            } while (ready.statusCode() == 200);

            assertThat(ready.body()).contains("stopping");
            assertThat(get(program, "/health").statusCode()).isEqualTo(200);
            assertThat(program.exitStatus()).isZero();
        }
    }

    private static HttpResponse<String> get(Program program, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(program.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aTakenPortIsOneLineAndStatusTwo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertRefused(
                    Program.run("emulate", "--port", Integer.toString(taken.getLocalPort())),
                    "port " + taken.getLocalPort());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneLineAndStatusTwo() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertRefused(serveAnother(file.resolve("data")), "the data folder " + file.resolve("data"));
    }

    @Test
    void aDataFolderInUseIsOneLineAndStatusTwo() throws Exception {
        Seeds.plant(temporary.resolve("data"), 0);
        try (Program program = serve();
                App app = new App(program.url())) {
            assertRefused(serveAnother(temporary.resolve("data")), "is in use by another Keywright");

            assertThat(app.introspect("nothing").status()).isEqualTo(200);
        }
    }

    private static void assertRefused(Program.Ended ended, String sentence) {
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("keywright: ")
                .contains(sentence);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }

    private Program serve(String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "serve", "--port", "0", "--data", temporary.resolve("data").toString(), "--keys", keys()));
        arguments.addAll(List.of(more));
        return Program.start(arguments.toArray(String[]::new));
    }

    private Program.Ended serveAnother(Path data) throws IOException, InterruptedException {
        return Program.run("serve", "--port", "0", "--data", data.toString(), "--keys", keys());
    }

    private String keys() {
        return temporary.resolve("keys").toString();
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(path -> String.valueOf(path.getFileName()).startsWith("keywright-"))
                    .toList();
        }
    }

    /** Returns when the server says with an answer that it takes no further request on that connection. */
    private static void awaitStopping(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health =
                    HttpRequest.newBuilder(URI.create(url + "/health")).build();
            HttpResponse<Void> response;
            do {
                response = client.send(health, HttpResponse.BodyHandlers.discarding());
            } while (response.headers().firstValue("Connection").isEmpty());
        }
    }

    /** A request whose last byte is still to come. */
    private static final class HalfSent implements AutoCloseable {
        private static final String BODY = "{\"grant_type\":\"authorization_code\",\"code\":\"unknown\","
                + "\"redirect_uri\":\"http://localhost:3000/auth/callback\"}";
        private static final String BASIC =
                "NDYzNTU4YTMtNzI1ZS00ZjM3LWI2ZDMtMDg4OTg5NGY2OGRlOnNlY3JldF9mb3JfdGVzdHNfb25seV8wMTIzNDU2Nzg5YWJjZGVm";

        private final Socket socket;

        HalfSent(String url) throws IOException {
            URI uri = URI.create(url);
            socket = new Socket(uri.getHost(), uri.getPort());
            write("POST /v1/oauth/token HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + BASIC
                    + "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n");
            // The server says so when it begins to read the body: from then on the request is in flight.
            byte[] expected = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            assertThat(socket.getInputStream().readNBytes(expected.length)).isEqualTo(expected);
            write(BODY.substring(0, BODY.length() - 1));
        }

        /** Sends it, and gives the whole answer. */
        String sendTheRest() throws IOException {
            write(BODY.substring(BODY.length() - 1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
