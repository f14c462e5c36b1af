package dev.keywright.distribution;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gathers what is written within a moment and passes it on in one piece, in order. Every token request leaves a line in the
 * log, and a system call for each would cost more than making the line. A process that is killed loses the last moment.
 */
final class GatheringStream extends OutputStream {
    private static final Duration MOMENT = Duration.ofMillis(20);

    /** So much is passed on at once, by whoever writes it: a reader who is slow slows the writers down. */
    private static final int MOST = 1024 * 1024;

    private final OutputStream target;
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread passing;
    private byte[] gathered = new byte[8 * 1024];
    private int length;

    GatheringStream(OutputStream target) {
        this.target = target;
        this.passing = Thread.ofPlatform().name("standard-error").daemon(true).start(this::passOnNowAndThen);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        lock.lock();
        try {
            if (length + count > gathered.length) {
                gathered = Arrays.copyOf(gathered, Math.max(2 * gathered.length, length + count));
            }
            System.arraycopy(bytes, offset, gathered, length, count);
            boolean first = length == 0;
            length += count;
            if (length > MOST) {
                passOn();
            } else if (first) {
                LockSupport.unpark(passing);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Passes on what was gathered. */
    @Override
    public void flush() throws IOException {
        lock.lock();
        try {
            passOn();
        } finally {
            lock.unlock();
        }
    }

    private void passOn() throws IOException {
        int all = length;
        length = 0;
        target.write(gathered, 0, all);
        target.flush();
    }

    private void passOnNowAndThen() {
        while (true) {
            LockSupport.park(this);
            LockSupport.parkNanos(MOMENT.toNanos());
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException("standard error is closed", e);
            }
        }
    }
}
