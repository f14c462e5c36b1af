package dev.keywright.server.log;

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
public final class GatheringStream extends OutputStream {
    private static final Duration MOMENT = Duration.ofMillis(20);

    /** So much is passed on at once, by whoever writes it: a reader who is slow slows the writers down. */
    private static final int MOST = 1024 * 1024;

    private final OutputStream target;

    /** Held while something is added: never for as long as the target takes. */
    private final ReentrantLock gathering = new ReentrantLock();

    /** Held while a piece is passed on, so that pieces stay in order. */
    private final ReentrantLock passing = new ReentrantLock();

    private final Thread thread;
    private byte[] gathered = new byte[8 * 1024];
    private byte[] spare = new byte[8 * 1024];
    private int length;
    private volatile boolean closed;

    /**
     * Passes on to a target, until it is closed.
     *
     * @param name of the thread that does it
     */
    public GatheringStream(OutputStream target, String name) {
        this.target = target;
        this.thread = Thread.ofPlatform().name(name).daemon(true).start(this::passOnNowAndThen);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        boolean first;
        boolean full;
        gathering.lock();
        try {
            if (length + count > gathered.length) {
                gathered = Arrays.copyOf(gathered, Math.max(2 * gathered.length, length + count));
            }
            System.arraycopy(bytes, offset, gathered, length, count);
            first = length == 0;
            length += count;
            full = length > MOST;
        } finally {
            gathering.unlock();
        }
        if (full) {
            passOn();
        } else if (first) {
            LockSupport.unpark(thread);
        }
    }

    /** Passes on what was gathered. */
    @Override
    public void flush() throws IOException {
        passOn();
    }

    /** Passes on what was gathered, and closes the target; nothing may be written any more. */
    @Override
    public void close() throws IOException {
        closed = true;
        LockSupport.unpark(thread);
        passOn();
        target.close();
    }

    private void passOn() throws IOException {
        passing.lock();
        try {
            byte[] piece;
            int size;
            gathering.lock();
            try {
                piece = gathered;
                size = length;
                gathered = spare;
                spare = piece;
                length = 0;
            } finally {
                gathering.unlock();
            }
            if (size > 0) {
                target.write(piece, 0, size);
                target.flush();
            }
        } finally {
            passing.unlock();
        }
    }

    private void passOnNowAndThen() {
        while (!closed) {
            LockSupport.park(this);
            LockSupport.parkNanos(MOMENT.toNanos());
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(thread.getName() + " is closed", e);
            }
        }
    }
}
