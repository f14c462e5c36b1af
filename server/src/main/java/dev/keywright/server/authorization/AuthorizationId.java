package dev.keywright.server.authorization;

import dev.keywright.protocol.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Names one authorization: 80 bits, of which the first 32 are the second it was made in, so that rows land in order, and
 * 48 are random. It stands in every token, so it is shown to nobody; outside a token the {@link #ref()} names the row.
 *
 * @param leading the first 64 bits
 * @param trailing the last 16 bits
 */
public record AuthorizationId(long leading, short trailing) implements AuthorizationKey, Comparable<AuthorizationId> {
    /** The length of {@link #bytes()}. */
    public static final int LENGTH = 10;

    /** A new id for an authorization made at {@code now}. */
    public static AuthorizationId random(Instant now, RandomGenerator random) {
        long chance = random.nextLong();
        return new AuthorizationId((now.getEpochSecond() << 32) | (chance & 0xFFFFFFFFL), (short) (chance >>> 32));
    }

    /** Reads the ten bytes that {@link #bytes()} wrote. */
    public static AuthorizationId of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new AuthorizationId(buffer.getLong(), buffer.getShort());
    }

    /** The id as ten bytes, which sort by the time it was made. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(leading).putShort(trailing).array();
    }

    /** What logs, journal, audit and metrics call the authorization: 12 base62 characters of SHA-256 of the id. */
    public String ref() {
        return Base62.firstCharacters(Sha256.digest(bytes()), 12);
    }

    /** The order of {@link #bytes()}, in which a database has them too. */
    @Override
    public int compareTo(AuthorizationId other) {
        int order = Long.compareUnsigned(leading, other.leading);
        return order != 0 ? order : Integer.compare(Short.toUnsignedInt(trailing), Short.toUnsignedInt(other.trailing));
    }

    @Override
    public String toString() {
        return "***";
    }
}
