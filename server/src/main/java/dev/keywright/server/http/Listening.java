package dev.keywright.server.http;

import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Where a server listens, and what it takes for what.
 *
 * @param port 0 takes a free one
 * @param certificate with which it speaks TLS; empty: plain HTTP
 * @param proxies whose word is taken for where a request comes from
 */
public record Listening(String host, int port, Optional<X509ExtendedKeyManager> certificate, TrustedProxies proxies) {}
