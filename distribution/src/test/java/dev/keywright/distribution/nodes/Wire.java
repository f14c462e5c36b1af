package dev.keywright.distribution.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** The network between nodes and one database: it passes on what they say, until it is told not to. */
final class Wire implements AutoCloseable {
    /** The tag of a command that changed something; what a server says last when all that it was told is committed. */
    private static final Pattern CHANGED = Pattern.compile("(COMMIT|UPDATE [1-9][0-9]*)\0");

    private static final String IDLE = "Z\0\0\0\5I";

    private final ServerSocket listening;
    private final int database;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean losing = new AtomicBoolean();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));

    /** A wire to the database that listens at this port. */
    Wire(int database) throws IOException {
        this.database = database;
        this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where nodes connect to. */
    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket node = listening.accept();
                try {
                    link(node, new Socket(InetAddress.getLoopbackAddress(), database));
                } catch (IOException e) {
                    node.close();
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void link(Socket node, Socket server) throws IOException {
        node.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.add(node);
        sockets.add(server);
        Thread.ofVirtual().start(() -> pass(node, server, false));
        Thread.ofVirtual().start(() -> pass(server, node, true));
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                gate.get().await();
                if (answers && losing.get() && isCommitted(buffer, length) && losing.compareAndSet(true, false)) {
                    lost.incrementAndGet();
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // Cut, or one of them is gone: the other is told by the closed socket.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static boolean isCommitted(byte[] answer, int length) {
        String text = new String(answer, 0, length, StandardCharsets.ISO_8859_1);
        return text.endsWith(IDLE) && CHANGED.matcher(text).find();
    }

    /** Cuts every connection that there is. */
    void cut() {
        for (Socket socket : sockets) {
            close(socket);
        }
    }

    /** Cuts the connection that brings the next acknowledgement of a commit, just before it does. */
    void loseAcknowledgement() {
        losing.set(true);
    }

    /** How many were lost. */
    int lostAcknowledgements() {
        return lost.get();
    }

    /** Passes nothing on until {@link #thaw}; then all of it, late. */
    void freeze() {
        gate.set(new CountDownLatch(1));
    }

    /** Passes on again. */
    void thaw() {
        gate.get().countDown();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        thaw();
        cut();
    }
}
