package dev.keywright.server.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows clients the certificate that is in the files now. At a handshake, at most once a minute, it looks whether they have
 * changed; what they hold then is used from that handshake on, if it is whole and belongs together. Otherwise the
 * certificate before stays in use, and one line in the log says why. Connections that are open notice nothing.
 */
public final class ReloadingCertificate extends X509ExtendedKeyManager {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadingCertificate.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** A handshake asks for key and chain one after the other, by this number: it gets both of one certificate. */
    private record Numbered(int number, ServerCertificate certificate) {
        String alias() {
            return Integer.toString(number);
        }
    }

    private final CertificateFiles files;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private CertificateFiles.Stamp seen;
    private volatile Instant looked;

    /** The one in use first, and after it the one before, with which a handshake may be busy. */
    private volatile List<Numbered> loaded;

    private ReloadingCertificate(CertificateFiles files, InstantSource clock) throws UnusableCertificateException {
        this.files = files;
        this.clock = clock;
        this.looked = clock.instant();
        this.seen = files.stamp();
        this.loaded = List.of(new Numbered(1, read(looked)));
    }

    /** The certificate of these files; refuses those that cannot be used. */
    public static X509ExtendedKeyManager of(CertificateFiles files, InstantSource clock)
            throws UnusableCertificateException {
        return new ReloadingCertificate(files, clock);
    }

    private ServerCertificate read(Instant now) throws UnusableCertificateException {
        ServerCertificate certificate = files.read();
        files.warnings(certificate, now).forEach(LOG::warn);
        return certificate;
    }

    private void lookNowAndThen() {
        Instant now = clock.instant();
        // In whichever direction: a clock may be set back.
        if (Duration.between(looked, now).abs().compareTo(LOOK_EVERY) < 0 || !looking.tryLock()) {
            return;
        }
        try {
            looked = now;
            CertificateFiles.Stamp found = files.stamp();
            if (!found.equals(seen)) {
                seen = found;
                Numbered current = loaded.getFirst();
                loaded = List.of(new Numbered(current.number() + 1, read(now)), current);
                LOG.info("the certificate in {} is in use from now on", files.certificate());
            }
        } catch (UnusableCertificateException e) {
            LOG.error("the certificate was changed and cannot be used, the one before stays: {}", e.getMessage());
        } finally {
            looking.unlock();
        }
    }

    private @Nullable String aliasFor(String keyType) {
        lookNowAndThen();
        Numbered current = loaded.getFirst();
        return current.certificate().key().getAlgorithm().equals(keyType) ? current.alias() : null;
    }

    private Optional<ServerCertificate> named(String alias) {
        return loaded.stream()
                .filter(numbered -> numbered.alias().equals(alias))
                .map(Numbered::certificate)
                .findFirst();
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return aliasFor(keyType);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return aliasFor(keyType);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return Stream.ofNullable(aliasFor(keyType)).toArray(String[]::new);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return named(alias)
                .map(certificate -> certificate.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return named(alias).map(ServerCertificate::key).orElse(null);
    }

    /** This is no client. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    /** This is no client. */
    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
