package dev.keywright.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the server's certificate is.
 *
 * @param certificate a PEM file: the certificate, and after it those that vouch for it
 * @param privateKey a PEM file: its key, unencrypted, in PKCS #8, PKCS #1 or as RFC 5915 has it; may be the same file
 */
public record CertificateFiles(Path certificate, Path privateKey) {
    /** What tells whether the files have changed. */
    record Stamp(List<String> files) {}

    /** How the files look now, without reading them. */
    Stamp stamp() {
        return new Stamp(List.of(look(certificate), look(privateKey)));
    }

    private static String look(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return found.lastModifiedTime() + " " + found.size() + " " + found.fileKey();
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** Reads and checks both. */
    ServerCertificate read() throws UnusableCertificateException {
        List<X509Certificate> chain = chain();
        PublicKey publicKey = chain.getFirst().getPublicKey();
        Optional<String> signing = ServerCertificate.signing(publicKey);
        if (signing.isEmpty()) {
            throw new UnusableCertificateException("the certificate in " + certificate + " is for a key of the kind "
                    + publicKey.getAlgorithm() + "; take one for RSA, EC or Ed25519");
        }
        PrivateKey key = key(publicKey);
        if (!ServerCertificate.belong(key, publicKey, signing.get())) {
            throw another();
        }
        return new ServerCertificate(key, chain);
    }

    private List<X509Certificate> chain() throws UnusableCertificateException {
        List<X509Certificate> chain = new ArrayList<>();
        for (PemBlock block : blocks(certificate, "certificate")) {
            if (block.label().equals("CERTIFICATE")) {
                try {
                    chain.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.bytes())));
                } catch (CertificateException | IllegalArgumentException e) {
                    throw new UnusableCertificateException("certificate " + (chain.size() + 1) + " in " + certificate
                            + " is damaged; copy the file again");
                }
            }
        }
        if (chain.isEmpty()) {
            throw new UnusableCertificateException("there is no certificate in " + certificate
                    + "; it should be a PEM file with -----BEGIN CERTIFICATE-----");
        }
        return chain;
    }

    private PrivateKey key(PublicKey publicKey) throws UnusableCertificateException {
        for (PemBlock block : blocks(privateKey, "private key")) {
            if (block.label().equals("ENCRYPTED PRIVATE KEY") || block.text().contains("ENCRYPTED")) {
                throw new UnusableCertificateException("the private key in " + privateKey
                        + " is encrypted; write it without a password: openssl pkey -in " + privateKey + " -out FILE");
            }
            Optional<PrivateKeyFormat> format = PrivateKeyFormat.of(block);
            if (format.isPresent()) {
                return decoded(block, format.get(), publicKey);
            }
        }
        throw new UnusableCertificateException("there is no private key in " + privateKey
                + "; it should be a PEM file with -----BEGIN PRIVATE KEY-----");
    }

    private PrivateKey decoded(PemBlock block, PrivateKeyFormat format, PublicKey publicKey)
            throws UnusableCertificateException {
        try {
            return KeyFactory.getInstance(publicKey.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(format.pkcs8(block.bytes(), publicKey)));
        } catch (IllegalArgumentException e) {
            throw new UnusableCertificateException(
                    "the private key in " + privateKey + " is damaged; copy the file again");
        } catch (GeneralSecurityException e) {
            throw another();
        }
    }

    private UnusableCertificateException another() {
        return new UnusableCertificateException(
                "the private key in " + privateKey + " does not belong to the first certificate in " + certificate
                        + "; name the two that were made together");
    }

    private static List<PemBlock> blocks(Path file, String what) throws UnusableCertificateException {
        try {
            return PemBlock.in(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new UnusableCertificateException(
                    "the " + what + " " + file + " cannot be read: there is no such file");
        } catch (AccessDeniedException e) {
            throw new UnusableCertificateException(
                    "the " + what + " " + file + " cannot be read: it is not readable for this user");
        } catch (IOException e) {
            throw new UnusableCertificateException("the " + what + " " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** What an operator should know although the server can do with it. */
    List<String> warnings(ServerCertificate read, Instant now) {
        List<String> warnings = new ArrayList<>();
        read.outOfDate(now).ifPresent(how -> warnings.add("the certificate in " + certificate + " " + how));
        try {
            if (Files.getPosixFilePermissions(privateKey).contains(PosixFilePermission.OTHERS_READ)) {
                warnings.add("the private key " + privateKey + " can be read by every user of this machine; chmod o= "
                        + privateKey);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // A file system without such permissions.
        }
        return warnings;
    }
}
