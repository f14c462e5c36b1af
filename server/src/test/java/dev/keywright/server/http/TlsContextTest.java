package dev.keywright.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.server.tls.ReloadingCertificate;
import dev.keywright.server.tls.TestCertificate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsContextTest {
    /** G7: a connection that never begins its handshake does not hold its place for ever. */
    @Test
    void whoSaysNothingIsLetGo(@TempDir Path folder) throws Exception {
        SSLContext context = TlsContext.of(
                ReloadingCertificate.of(TestCertificate.make(folder, "EC").write(folder), InstantSource.system()),
                Duration.ofMillis(200));
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket silent = new Socket(
                        InetAddress.getLoopbackAddress(), server.socket().getLocalPort());
                SocketChannel accepted = server.accept();
                SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(accepted.socket(), null, true)) {
            assertThat(silent.isConnected()).isTrue();
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(socket::startHandshake);
        }
    }
}
