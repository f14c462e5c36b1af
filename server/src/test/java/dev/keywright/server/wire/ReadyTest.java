package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.api.ReadyEndpoint;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.postgres.PostgresStore;
import dev.keywright.server.store.postgres.Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a load balancer should send requests here. */
class ReadyTest {
    private final String database = Server.one().database();
    private final AtomicBoolean stopping = new AtomicBoolean();

    @TempDir
    private Path folder;

    @AfterEach
    void dropDatabase() {
        Server.one().drop(database);
    }

    private Store store() {
        return PostgresStore.open(Server.one().address(database), new SecureRandom());
    }

    private Answer ready(Store store, InstantSource clock) {
        Request request = new Request("id", "GET", "/health/ready", "", name -> List.of(), new byte[0], "127.0.0.1");
        return new ReadyEndpoint(store, clock, stopping::get).answer(request);
    }

    private static InstantSource off(Duration by) {
        return () -> Instant.now().plus(by);
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aServerThatHasStartedIsReady() {
        try (TestServer server = TestServer.serve(
                "database",
                Server.one().url(database),
                "keys",
                folder.resolve("keys").toString())) {
            Reply reply = server.get("/health/ready").send();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).isEqualTo("{\"status\":\"ok\"}");
        }
    }

    @Test
    void aServerThatCannotReachItsDatabaseIsNot() {
        Store closed = store();
        closed.close();

        Answer answer = ready(closed, InstantSource.system());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(body(answer)).isEqualTo("{\"status\":\"unavailable\",\"reason\":\"database\"}");
    }

    /** ATTACKS row G11. */
    @Test
    void aServerWhoseClockIsMoreThanTwoSecondsOffThatOfTheDatabaseIsNot() {
        try (Store store = store()) {
            assertThat(ready(store, off(Duration.ofSeconds(1))).status()).isEqualTo(200);
            assertThat(ready(store, off(Duration.ofSeconds(-1))).status()).isEqualTo(200);
            assertThat(body(ready(store, off(Duration.ofSeconds(3))))).contains("\"reason\":\"clock\"");
            assertThat(body(ready(store, off(Duration.ofSeconds(-3))))).contains("\"reason\":\"clock\"");
        }
    }

    @Test
    void aServerThatIsStoppingIsNot() {
        stopping.set(true);
        try (Store store = store()) {
            assertThat(body(ready(store, InstantSource.system()))).contains("\"reason\":\"stopping\"");
        }
    }
}
