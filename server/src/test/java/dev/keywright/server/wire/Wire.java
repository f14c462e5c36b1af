package dev.keywright.server.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One connection to a server, for tests where bytes matter: sends what it is given and reads answers strictly. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    Wire(int port) {
        this(port, InetAddress.getLoopbackAddress());
    }

    /** A connection from one of this machine's addresses. */
    Wire(int port, InetAddress from) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wire send(String latin1) throws IOException {
        return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that nothing more will be sent. */
    Wire endOfSending() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException e) {
            // The server was faster and closed the connection.
        }
        return this;
    }

    /** The next answer to a request that was not {@code HEAD}. */
    Reply receive() throws IOException {
        return receive(true);
    }

    Reply receive(boolean withBody) throws IOException {
        String statusLine = line();
        if (!statusLine.matches("HTTP/1\\.[01] \\d{3} .*")) {
            throw new IOException("not a status line: " + statusLine);
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(Map.entry(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        Reply head = new Reply(status, headers, new byte[0]);
        return withBody ? new Reply(status, headers, body(head)) : head;
    }

    private byte[] body(Reply head) throws IOException {
        String length = head.header("content-length");
        if (!length.isEmpty()) {
            byte[] body = in.readNBytes(Integer.parseInt(length));
            if (body.length < Integer.parseInt(length)) {
                throw new EOFException("the answer ends early");
            }
            return body;
        }
        if (head.header("transfer-encoding").isEmpty()) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed after: " + line);
            }
            line.append((char) next);
        }
        return line.isEmpty()
                ? ""
                : line.substring(0, line.length() - (line.charAt(line.length() - 1) == '\r' ? 1 : 0));
    }

    /** Everything until the server closes the connection, or resets it. */
    String untilClosed() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException e) {
            // A reset ends it too.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
