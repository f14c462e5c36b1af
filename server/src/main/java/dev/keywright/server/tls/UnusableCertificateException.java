package dev.keywright.server.tls;

/** Certificate and private key could not be had; the message is one sentence that says what to do. */
public final class UnusableCertificateException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableCertificateException(String message) {
        super(message);
    }
}
