package dev.keywright.server.tls;

import java.io.ByteArrayOutputStream;
import java.security.PublicKey;
import java.util.Optional;

/** The formats in which PEM files have private keys. */
enum PrivateKeyFormat {
    /** PKCS #8 (RFC 5958), which names the algorithm itself. */
    PKCS8("PRIVATE KEY") {
        @Override
        byte[] pkcs8(byte[] key, PublicKey ofCertificate) {
            return key;
        }
    },
    /** PKCS #1 (RFC 8017 §A.1.2). */
    RSA("RSA PRIVATE KEY") {
        @Override
        byte[] pkcs8(byte[] key, PublicKey ofCertificate) {
            return wrapped(key, ofCertificate);
        }
    },
    /** RFC 5915. */
    EC("EC PRIVATE KEY") {
        @Override
        byte[] pkcs8(byte[] key, PublicKey ofCertificate) {
            return wrapped(key, ofCertificate);
        }
    };

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int LONG_FORM = 0x80;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    private final String label;

    PrivateKeyFormat(String label) {
        this.label = label;
    }

    /** The format of a block; empty when it is no private key, or an encrypted one. */
    static Optional<PrivateKeyFormat> of(PemBlock block) {
        for (PrivateKeyFormat format : values()) {
            if (format.label.equals(block.label())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The key in PKCS #8, the one format that the JDK reads. */
    abstract byte[] pkcs8(byte[] key, PublicKey ofCertificate);

    /** The older formats leave out the algorithm: it is that of the certificate, for which the key is. */
    private static byte[] wrapped(byte[] key, PublicKey ofCertificate) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_0);
        content.writeBytes(algorithm(ofCertificate.getEncoded()));
        content.writeBytes(der(OCTET_STRING, key));
        return der(SEQUENCE, content.toByteArray());
    }

    /** The first part of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), which is always short. */
    private static byte[] algorithm(byte[] publicKey) {
        int start = publicKey[1] < 0 ? 2 + (publicKey[1] & ~LONG_FORM & 0xFF) : 2;
        byte[] algorithm = new byte[2 + publicKey[start + 1]];
        System.arraycopy(publicKey, start, algorithm, 0, algorithm.length);
        return algorithm;
    }

    /** Tag, length and value (X.690 §8.1). */
    private static byte[] der(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (value.length < LONG_FORM) {
            out.write(value.length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(value.length) + Byte.SIZE - 1) / Byte.SIZE;
            out.write(LONG_FORM | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(value.length >> (i * Byte.SIZE));
            }
        }
        out.writeBytes(value);
        return out.toByteArray();
    }
}
