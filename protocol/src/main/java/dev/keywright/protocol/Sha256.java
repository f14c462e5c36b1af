package dev.keywright.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {
    /** Copied and never used itself: to ask the platform for an instance takes as long as to hash a short input. */
    private static final MessageDigest UNUSED = instance();

    private Sha256() {}

    /** The 32 bytes of the input's hash. */
    public static byte[] digest(byte[] input) {
        try {
            return ((MessageDigest) UNUSED.clone()).digest(input);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    /** The hash of a text's UTF-8, in 64 lower-case hex digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest instance() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
