package dev.keywright.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One keep-alive connection and the request that is under way on it. */
final class Exchange {
    private static final int USUAL_ANSWER = 4096;

    private final Conversation conversation;
    private final SocketChannel channel;
    private byte[] received = new byte[USUAL_ANSWER];
    private ByteBuffer buffer = ByteBuffer.wrap(received);
    private long sentAt;
    private boolean underWay;

    private Exchange(Conversation conversation, SocketChannel channel) {
        this.conversation = conversation;
        this.channel = channel;
    }

    static Exchange open(InetSocketAddress server, Conversation conversation, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Exchange exchange = new Exchange(conversation, channel);
        channel.register(selector, SelectionKey.OP_READ, exchange);
        return exchange;
    }

    /** Sends the next request. A request is far smaller than a socket's buffer, which is empty: the write never waits. */
    void send(long now) throws IOException {
        buffer.clear();
        sentAt = now;
        underWay = true;
        ByteBuffer request = conversation.request();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** Reads what came. */
    Answer.Progress receive(Answer answer) throws IOException {
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server closed the connection");
        }
        Answer.Progress progress = answer.read(received, buffer.position());
        if (progress == Answer.Progress.INCOMPLETE && !buffer.hasRemaining()) {
            received = Arrays.copyOf(received, 2 * received.length);
            buffer = ByteBuffer.wrap(received).position(received.length / 2);
        }
        underWay = progress == Answer.Progress.INCOMPLETE;
        return progress;
    }

    Conversation conversation() {
        return conversation;
    }

    long sentAt() {
        return sentAt;
    }

    /** Whether a request is waiting for its answer. */
    boolean underWay() {
        return underWay;
    }

    /** What was received of the current answer, for the message about one that was wrong. */
    String receivedText() {
        return new String(received, 0, buffer.position(), StandardCharsets.UTF_8);
    }

    void close() {
        underWay = false;
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
