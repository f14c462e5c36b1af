package dev.keywright.protocol;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Reads and makes UUIDs; {@link UUID#fromString} alone takes far too much for one. */
public final class Uuids {
    private static final int DASHED_LENGTH = 36;
    private static final Pattern ANY_FORM = Pattern.compile(
            "([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");

    private Uuids() {}

    /** Reads the one form the server itself writes, lower-case and dashed; anything else is empty. */
    public static Optional<UUID> exact(String text) {
        if (text.length() != DASHED_LENGTH) {
            return Optional.empty();
        }
        try {
            // Every token request comes by here, and a pattern would cost as much as the parsing.
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads a UUID dashed or not, in any case, as the API and the world file take them. */
    public static Optional<UUID> anyForm(String text) {
        var matcher = ANY_FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(UUID.fromString(matcher.replaceFirst("$1-$2-$3-$4-$5")))
                : Optional.empty();
    }

    /** A random UUID (RFC 9562 §5.4) from the given source. */
    public static UUID random(RandomGenerator random) {
        // One call: a strong source takes a lock for each.
        byte[] bytes = new byte[2 * Long.BYTES];
        random.nextBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return version4(buffer.getLong(), buffer.getLong());
    }

    /** The UUID of these 128 bits, of which six are overwritten to say version 4, variant 2 (RFC 9562 §5.4). */
    public static UUID version4(long high, long low) {
        return new UUID((high & ~0xF000L) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
