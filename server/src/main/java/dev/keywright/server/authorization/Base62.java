package dev.keywright.server.authorization;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Base62 of numbers of 208 bits, in 35 characters. Seven 32-bit limbs are divided by 62^5 seven times, so that the work
 * is on {@code long}s: a {@code BigInteger} costs ten times as much, and every token request does this up to three times.
 */
final class Base62 {
    /** Bytes of a number. */
    static final int BYTES = 26;

    /** Characters of a number. */
    static final int CHARACTERS = 35;

    private static final char[] ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final byte[] VALUES = values();
    private static final int LIMBS = 7;
    private static final int CHUNK = 5;
    private static final long CHUNK_BASE = 62L * 62 * 62 * 62 * 62;
    private static final long LIMB_MASK = 0xFFFFFFFFL;
    private static final int TOP_LIMB_BITS = 16;

    private Base62() {}

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (byte i = 0; i < ALPHABET.length; i++) {
            values[ALPHABET[i]] = i;
        }
        return values;
    }

    /** Writes the 26 bytes as 35 characters. */
    static void encode(byte[] number, StringBuilder into) {
        long[] limbs = new long[LIMBS];
        ByteBuffer bytes = ByteBuffer.wrap(number);
        limbs[0] = Short.toUnsignedLong(bytes.getShort());
        for (int i = 1; i < LIMBS; i++) {
            limbs[i] = Integer.toUnsignedLong(bytes.getInt());
        }
        char[] characters = new char[CHARACTERS];
        for (int end = CHARACTERS; end > 0; end -= CHUNK) {
            long remainder = 0;
            for (int i = 0; i < LIMBS; i++) {
                long dividend = (remainder << 32) | limbs[i];
                limbs[i] = dividend / CHUNK_BASE;
                remainder = dividend % CHUNK_BASE;
            }
            for (int i = end - 1; i >= end - CHUNK; i--) {
                characters[i] = ALPHABET[(int) (remainder % ALPHABET.length)];
                remainder /= ALPHABET.length;
            }
        }
        into.append(characters);
    }

    /** Reads 35 characters; empty for any other character and for numbers of 2^208 and above. */
    static Optional<byte[]> decode(CharSequence text) {
        long[] limbs = new long[LIMBS];
        for (int start = 0; start < CHARACTERS; start += CHUNK) {
            long carry = 0;
            for (int i = start; i < start + CHUNK; i++) {
                char character = text.charAt(i);
                int value = character < VALUES.length ? VALUES[character] : -1;
                if (value < 0) {
                    return Optional.empty();
                }
                carry = carry * ALPHABET.length + value;
            }
            for (int i = LIMBS - 1; i >= 0; i--) {
                long product = limbs[i] * CHUNK_BASE + carry;
                limbs[i] = product & LIMB_MASK;
                carry = product >>> 32;
            }
        }
        if (limbs[0] >>> TOP_LIMB_BITS != 0) {
            return Optional.empty();
        }
        ByteBuffer number = ByteBuffer.allocate(BYTES).putShort((short) limbs[0]);
        for (int i = 1; i < LIMBS; i++) {
            number.putInt((int) limbs[i]);
        }
        return Optional.of(number.array());
    }

    /** The first characters of base62 of a digest: enough to name something by, not to be decoded. */
    static String firstCharacters(byte[] digest, int count) {
        StringBuilder text = new StringBuilder(CHARACTERS);
        encode(Arrays.copyOf(digest, BYTES), text);
        return text.substring(CHARACTERS - count);
    }
}
