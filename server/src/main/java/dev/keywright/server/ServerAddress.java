package dev.keywright.server;

import dev.keywright.server.http.Listening;
import dev.keywright.server.http.TrustedProxies;
import dev.keywright.server.settings.AddressRanges;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.settings.TlsFiles;
import dev.keywright.server.tls.CertificateFiles;
import dev.keywright.server.tls.ReloadingCertificate;
import dev.keywright.server.tls.UnusableCertificateException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;

/** Where the server is: what it listens on, and the URLs that follow. */
final class ServerAddress {
    private ServerAddress() {}

    /** What it listens on; refuses a certificate that cannot be used. */
    static Listening listening(Settings settings, InstantSource clock) throws UnusableCertificateException {
        return new Listening(settings.host(), settings.port(), certificate(settings, clock), proxies(settings));
    }

    private static Optional<X509ExtendedKeyManager> certificate(Settings settings, InstantSource clock)
            throws UnusableCertificateException {
        if (settings.tls().isEmpty()) {
            return Optional.empty();
        }
        TlsFiles files = settings.tls().get();
        return Optional.of(
                ReloadingCertificate.of(new CertificateFiles(files.certificate(), files.privateKey()), clock));
    }

    private static TrustedProxies proxies(Settings settings) {
        return settings.trustedProxies().equals(AddressRanges.NONE)
                ? TrustedProxies.NONE
                : new TrustedProxies(settings.trustedProxies()::contains);
    }

    /** Where people and apps reach it: its issuer, and the beginning of every absolute URL. */
    static String publicUrl(Settings settings, int port) {
        return settings.publicUrl().map(URI::toString).orElseGet(() -> readyUrl(settings, port));
    }

    /** Where it listens, as a URL. */
    static String readyUrl(Settings settings, int port) {
        return url(settings.tls().isPresent() ? "https" : "http", settings.host(), port);
    }

    /** With an IPv6 address in brackets. */
    static String url(String scheme, String host, int port) {
        return scheme + "://" + (host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
                + port;
    }
}
