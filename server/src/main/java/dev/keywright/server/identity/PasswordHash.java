package dev.keywright.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) of a password, written as a PHC string, which names its parameters.
 *
 * @param memory kibibytes
 * @param passes over the memory
 * @param lanes computed side by side
 */
record PasswordHash(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** The hash of a password with today's parameters: the least that OWASP recommends. */
    static PasswordHash of(String password, RandomGenerator random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new PasswordHash(MEMORY, PASSES, LANES, salt, argon2(password, MEMORY, PASSES, LANES, salt, LENGTH));
    }

    /** The hash of no password, which none matches; it takes as long to find that out as with any other of today. */
    static PasswordHash ofNoPassword(RandomGenerator random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] hash = new byte[LENGTH];
        random.nextBytes(hash);
        return new PasswordHash(MEMORY, PASSES, LANES, salt, hash);
    }

    /** The hash that a PHC string says; empty when it is none of ours. */
    static Optional<PasswordHash> parse(String phc) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new PasswordHash(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Base64.getDecoder().decode(matcher.group(4)),
                Base64.getDecoder().decode(matcher.group(5))));
    }

    /** Whether it is the hash of this password; takes as long as making one. */
    boolean matches(String password) {
        return MessageDigest.isEqual(hash, argon2(password, memory, passes, lanes, salt, hash.length));
    }

    /** Whether it was made with parameters weaker than today's. */
    boolean isWeak() {
        return memory < MEMORY || passes < PASSES || hash.length < LENGTH;
    }

    /** The PHC string. */
    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memory + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    private static byte[] argon2(String password, int memory, int passes, int lanes, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        // The same password typed on two keyboards may come in two Unicode forms (NIST SP 800-63B §3.1.1.2).
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    @Override
    public String toString() {
        return "***";
    }
}
