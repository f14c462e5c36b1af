package dev.keywright.server.authorization;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;

/** Random tokens under a full ring of keys, and a token written the slow way, to compare with. */
final class TokenExample {
    static final BigInteger PAYLOAD_LIMIT = BigInteger.ONE.shiftLeft(208);
    static final BigInteger CHARACTERS_LIMIT = BigInteger.valueOf(62).pow(35);
    static final long DIGITS_LIMIT = 1L << 36;
    static final KeyRing RING = ring();
    static final TokenCodec CODEC = new TokenCodec(RING, TokenPrefixes.NOTION);

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private TokenExample() {}

    private static KeyRing ring() {
        SplittableRandom random = new SplittableRandom(2026);
        KeyRing ring = KeyRing.of(MacKey.random(new KeyId(0), random));
        for (int id = 1; id < KeyId.LIMIT; id++) {
            ring = ring.add(MacKey.random(new KeyId(id), random));
        }
        return ring;
    }

    /** Any token at all: small generations and huge ones, ids of every second. */
    static Token any(RandomGenerator random) {
        TokenKind kind = random.nextBoolean() ? TokenKind.ACCESS : TokenKind.REFRESH;
        long generation = (random.nextLong(1L << 32) >>> random.nextInt(32)) | 1;
        AuthorizationId id = new AuthorizationId(random.nextLong(), (short) random.nextInt());
        return new Token(kind, new KeyId(random.nextInt(KeyId.LIMIT)), generation, id);
    }

    /** The eleven digits of a token, as a number. */
    static long digits(Token token) {
        return ((long) token.keyId().value() << 32) | token.generation();
    }

    /** What the characters of a token encode: its id and the first half of an HMAC of all it says. */
    static BigInteger payload(Token token) {
        ByteBuffer maced = ByteBuffer.allocate(16)
                .put((byte) (token.kind() == TokenKind.ACCESS ? 0 : 1))
                .put((byte) token.keyId().value())
                .put(token.authorization().bytes())
                .putInt((int) token.generation());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(RING.key(token.keyId()).orElseThrow().secret());
            byte[] payload = ByteBuffer.allocate(26)
                    .put(token.authorization().bytes())
                    .put(mac.doFinal(maced.array()), 0, 16)
                    .array();
            return new BigInteger(1, payload);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A text of a token's layout, whatever the numbers. */
    static String text(TokenKind kind, long digits, BigInteger payload) {
        StringBuilder characters = new StringBuilder();
        BigInteger rest = payload;
        for (int i = 0; i < 35; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(62));
            characters.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return "%s%011d%s".formatted(kind == TokenKind.ACCESS ? "ntn_" : "nrt_", digits, characters.reverse());
    }
}
