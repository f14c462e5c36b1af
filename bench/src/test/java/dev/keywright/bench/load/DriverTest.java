package dev.keywright.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class DriverTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Load SHORT = new Load(3, Duration.ofMillis(50), Duration.ofMillis(200));

    @Test
    void answersAreCountedWithTheirLatencies() throws IOException {
        try (Server server = new Server((out, number) -> out.write(OK.getBytes(US_ASCII)))) {
            LoadResult result = server.load(SHORT);
            assertThat(result.errors()).isZero();
            assertThat(result.requestsPerSecond()).isPositive();
            assertThat(result.p50()).isPositive().isLessThanOrEqualTo(result.p99());
            assertThat(result.latencies().count()).isLessThan(server.requests.get());
        }
    }

    @Test
    void noRequestIsLeftUnanswered() throws IOException {
        AtomicLong accepted = new AtomicLong();
        try (Server server = new Server((out, number) -> out.write(OK.getBytes(US_ASCII)))) {
            server.driver()
                    .run(
                            (connection, connections) -> conversation(() -> {
                                accepted.incrementAndGet();
                                return true;
                            }),
                            SHORT);
            assertThat(accepted.get()).isEqualTo(server.requests.get());
        }
    }

    @Test
    void answerInPiecesIsOneAnswer() throws IOException {
        try (Server server = new Server((out, number) -> {
            out.write(OK.substring(0, 20).getBytes(US_ASCII));
            out.flush();
            out.write(OK.substring(20).getBytes(US_ASCII));
        })) {
            assertThat(server.load(SHORT).errors()).isZero();
        }
    }

    @Test
    void answerLargerThanTheBufferIsRead() throws IOException {
        String large = "HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n" + "x".repeat(50_000);
        try (Server server = new Server((out, number) -> out.write(large.getBytes(US_ASCII)))) {
            LoadResult result = server.load(SHORT);
            assertThat(result.errors()).isZero();
            assertThat(result.latencies().count()).isPositive();
        }
    }

    @Test
    void wrongAnswersAreErrorsAndTheFirstIsShown() throws IOException {
        String busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
        try (Server server = new Server((out, number) -> out.write((number == 7 ? busy : OK).getBytes(US_ASCII)))) {
            LoadResult result = server.load(SHORT);
            assertThat(result.errors()).isOne();
            assertThat(result.firstError())
                    .hasValueSatisfying(text -> assertThat(text).contains("503 Busy"));
        }
    }

    @Test
    void brokenConnectionIsAnErrorAndIsOpenedAgain() throws IOException {
        try (Server server = new Server((out, number) -> {
            if (number == 7) {
                throw new IOException("closes the connection");
            }
            out.write(OK.getBytes(US_ASCII));
        })) {
            LoadResult result = server.load(new Load(1, Duration.ZERO, Duration.ofMillis(200)));
            assertThat(result.errors()).isOne();
            assertThat(server.requests.get()).isGreaterThan(7);
        }
    }

    private static Conversation conversation(BooleanSupplier onOk) {
        ByteBuffer request = ByteBuffer.wrap("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
        return new Conversation() {
            @Override
            public ByteBuffer request() {
                return request.rewind();
            }

            @Override
            public boolean accept(Answer answer) {
                return answer.status() == 200 && onOk.getAsBoolean();
            }
        };
    }

    private interface Behaviour {
        void answer(OutputStream out, long number) throws IOException;
    }

    /** Answers each empty line, which is where the driver's requests end. */
    private static final class Server implements AutoCloseable {
        final AtomicLong requests = new AtomicLong();
        private final ServerSocket listener;
        private final Behaviour behaviour;

        Server(Behaviour behaviour) throws IOException {
            this.behaviour = behaviour;
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        }

        /** For this driver each request takes a millisecond, however long the machine takes for it. */
        Driver driver() {
            return new Driver(
                    (InetSocketAddress) listener.getLocalSocketAddress(),
                    () -> Duration.ofMillis(requests.get()).toNanos());
        }

        LoadResult load(Load load) throws IOException {
            return driver().run((connection, connections) -> conversation(() -> true), load);
        }

        private void accept() {
            try {
                while (true) {
                    Socket socket = listener.accept();
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            } catch (IOException e) {
                // closed: the test is over
            }
        }

        private void serve(Socket socket) {
            try (socket) {
                socket.setTcpNoDelay(true);
                InputStream in = socket.getInputStream();
                int lineLength = 0;
                for (int character = in.read(); character >= 0; character = in.read()) {
                    if (character == '\n') {
                        if (lineLength == 0) {
                            behaviour.answer(socket.getOutputStream(), requests.incrementAndGet());
                        }
                        lineLength = 0;
                    } else if (character != '\r') {
                        lineLength++;
                    }
                }
            } catch (IOException e) {
                // the driver closed the connection, or the behaviour did
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
