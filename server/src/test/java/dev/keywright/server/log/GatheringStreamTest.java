package dev.keywright.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class GatheringStreamTest {
    @Test
    void whatIsWrittenIsPassedOnWithoutAnyoneAsking() throws Exception {
        Pieces pieces = new Pieces();
        GatheringStream stream = new GatheringStream(pieces, "test");

        stream.write("first\n".getBytes(StandardCharsets.UTF_8));
        stream.write("second\n".getBytes(StandardCharsets.UTF_8));

        String passed = pieces.take();
        while (passed.length() < "first\nsecond\n".length()) {
            passed += pieces.take();
        }
        assertThat(passed).isEqualTo("first\nsecond\n");
    }

    @Test
    void flushingPassesOnAllThereIsInOnePiece() throws Exception {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        GatheringStream stream = new GatheringStream(target, "test");
        for (int i = 0; i < 10_000; i++) {
            stream.write("a line that is longer than nothing\n".getBytes(StandardCharsets.UTF_8));
        }

        stream.flush();

        assertThat(target.toString(StandardCharsets.UTF_8))
                .isEqualTo("a line that is longer than nothing\n".repeat(10_000));
    }

    @Test
    void moreThanAMebibyteIsPassedOnByItsWriter() throws Exception {
        Pieces pieces = new Pieces();
        GatheringStream stream = new GatheringStream(pieces, "test");

        stream.write(new byte[1024 * 1024 + 1]);

        assertThat(pieces.pieces).isNotEmpty();
    }

    /** Keeps each piece apart. */
    private static final class Pieces extends OutputStream {
        private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();

        String take() throws InterruptedException {
            return pieces.take();
        }

        @Override
        public void write(int one) {
            pieces.add(String.valueOf((char) one));
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (count > 0) {
                pieces.add(new String(bytes, offset, count, StandardCharsets.UTF_8));
            }
        }
    }
}
