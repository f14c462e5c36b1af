package dev.keywright.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's TLS with what Helidon does not pass on to the sockets of clients: which versions they may speak (RFC 9325 §3.1.1),
 * and how long they may be silent. Asks no client for a certificate.
 */
final class TlsContext extends SSLContext {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private TlsContext(SSLContext context, Duration silence) {
        super(new Implementation(context, silence), context.getProvider(), context.getProtocol());
    }

    /** TLS with the certificates of {@code certificate}, for clients that are never silent for longer than {@code silence}. */
    static SSLContext of(X509ExtendedKeyManager certificate, Duration silence) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {certificate}, new TrustManager[0], null);
            return new TlsContext(context, silence);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    private static final class Implementation extends SSLContextSpi {
        private final SSLContext context;
        private final Duration silence;

        Implementation(SSLContext context, Duration silence) {
            this.context = context;
            this.silence = silence;
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random) {
            throw new IllegalStateException("this context is initialized");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new Sockets(context.getSocketFactory(), silence);
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return context.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return context.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return context.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return context.getClientSessionContext();
        }
    }

    private static final class Sockets extends SSLSocketFactory {
        private final SSLSocketFactory sockets;
        private final Duration silence;

        Sockets(SSLSocketFactory sockets, Duration silence) {
            this.sockets = sockets;
            this.silence = silence;
        }

        /** The socket of a client that has connected. */
        @Override
        public Socket createSocket(Socket connected, @Nullable InputStream consumed, boolean autoClose)
                throws IOException {
            // Helidon knows no connection before its handshake is over, and so ends none that never begins one.
            connected.setSoTimeout(Math.toIntExact(silence.toMillis()));
            SSLSocket socket = (SSLSocket) sockets.createSocket(connected, consumed, autoClose);
            socket.setEnabledProtocols(VERSIONS);
            return socket;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return sockets.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return sockets.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return sockets.createSocket();
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return sockets.createSocket(socket, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return sockets.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return sockets.createSocket(host, port, localHost, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return sockets.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
                throws IOException {
            return sockets.createSocket(host, port, localHost, localPort);
        }
    }
}
