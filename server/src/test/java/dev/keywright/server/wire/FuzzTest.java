package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand requests that are almost right, or not at all: never a 5xx, never a stack trace, never silence. The
 * seed is printed; {@code -Dkeywright.fuzz.seed=N} plays it again.
 */
class FuzzTest {
    private static final int REQUESTS = 100_000;
    private static final int WORKERS = 4;

    /** A connection that brings more than the limits may be reset before its answer is read. */
    private static final int CUT_OFF = 16 * 1024;

    @AutoClose
    private static final TestServer NOTION = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard", "auto_approve", "true");

    @Test
    void noRequestMakesTheServerFailHangOrTalk() throws Exception {
        long seed = Long.getLong("keywright.fuzz.seed", System.nanoTime());
        System.out.println("FuzzTest: seed " + seed);

        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Integer>> counts = IntStream.range(0, WORKERS)
                    .mapToObj(worker -> workers.submit(() ->
                            new Worker(worker % 2 == 0 ? NOTION : STANDARD, seed + worker).run(REQUESTS / WORKERS)))
                    .toList();
            for (Future<Integer> count : counts) {
                assertThat(count.get()).as("seed %d", seed).isEqualTo(REQUESTS / WORKERS);
            }
        }

        for (TestServer server : List.of(NOTION, STANDARD)) {
            server.post("/emulator/reset").send();
            Flow flow = Flow.of(server);
            assertThat(flow.me(flow.refreshed(flow.tokens()).access()).status()).isEqualTo(200);
        }
    }

    private static final class Worker {
        private final TestServer server;
        private final long seed;
        private final Mutations mutations;
        private final FuzzRequests requests;
        private Wire wire;

        Worker(TestServer server, long seed) {
            this.server = server;
            this.seed = seed;
            this.mutations = new Mutations(new SplittableRandom(seed));
            this.requests = new FuzzRequests(Flow.of(server), mutations);
            this.wire = new Wire(server.port());
        }

        int run(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                byte[] request = requests.next();
                try {
                    if (mutations.oneIn(10)) {
                        unframed(mutations.oneIn(4) ? mutations.noise() : mutations.of(request));
                    } else if (request.length > CUT_OFF) {
                        unframed(request);
                    } else {
                        framed(request);
                    }
                } catch (IOException | RuntimeException e) {
                    fail(described(i, request) + " was answered with " + e, e);
                }
            }
            wire.close();
            return count;
        }

        /** One request, one answer, over a connection that is kept. */
        private void framed(byte[] request) throws IOException {
            Reply reply;
            try {
                reply = wire.send(request).receive(!isHead(request));
            } catch (EOFException | SocketException e) {
                // The answer before this one was the last of its connection.
                reconnect();
                reply = wire.send(request).receive(!isHead(request));
            }
            assertHarmless(reply.status() + " " + reply.text(), request);
            if (reply.header("connection").equals("close")) {
                reconnect();
            }
        }

        private void reconnect() {
            wire.close();
            wire = new Wire(server.port());
        }

        /** Nobody knows how many requests these bytes are; all that comes back is looked at. */
        private void unframed(byte[] bytes) throws IOException {
            try (Wire own = new Wire(server.port())) {
                own.send(bytes).endOfSending();
                for (String answer : own.untilClosed().split("HTTP/1\\.1 ", -1)) {
                    assertHarmless(answer, bytes);
                }
            } catch (SocketException e) {
                // Refused before all of it was sent.
            }
        }

        private void assertHarmless(String answer, byte[] request) {
            if (answer.matches("(?s)5\\d\\d .*") || answer.contains("Exception") || answer.contains("\tat ")) {
                fail(described(-1, request) + " was answered with " + answer);
            }
        }

        private String described(int number, byte[] request) {
            return "worker seed " + seed + ", request " + number + ": "
                    + new String(request, StandardCharsets.ISO_8859_1);
        }

        private static boolean isHead(byte[] request) {
            return new String(request, 0, Math.min(5, request.length), StandardCharsets.ISO_8859_1).equals("HEAD ");
        }
    }
}
