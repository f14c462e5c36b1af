package dev.keywright.server.store.sql;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.Capabilities.People;
import dev.keywright.protocol.PageId;
import dev.keywright.server.authorization.AuthorizationId;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How values stand in columns: UUIDs as 16 bytes, times as milliseconds, sets of pages as their ids one after another,
 * capabilities as a number.
 */
public final class Columns {
    private static final int UUID_LENGTH = 16;
    private static final int WITHOUT_EMAIL = 32;
    private static final int WITH_EMAIL = 64;

    private Columns() {}

    /** Binds parameters in order; an empty {@link Optional} is null. */
    static void bind(PreparedStatement statement, UnaryOperator<String> storable, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, storable, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, UnaryOperator<String> storable, int index, Object parameter)
            throws SQLException {
        switch (parameter) {
            case Optional<?> optional -> {
                if (optional.isPresent()) {
                    bind(statement, storable, index, optional.get());
                } else {
                    statement.setNull(index, java.sql.Types.NULL);
                }
            }
            case UUID uuid -> statement.setBytes(index, bytes(uuid));
            case AuthorizationId id -> statement.setBytes(index, id.bytes());
            case byte[] bytes -> statement.setBytes(index, bytes);
            case String text -> statement.setString(index, storable.apply(text));
            case Instant time -> statement.setLong(index, time.toEpochMilli());
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean truth -> statement.setInt(index, truth ? 1 : 0);
            default -> throw new IllegalArgumentException("no column holds a " + parameter.getClass());
        }
    }

    /** The 16 bytes of a UUID. */
    public static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_LENGTH)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** The ids of pages, one after another. */
    public static byte[] bytes(Collection<PageId> pages) {
        ByteBuffer buffer = ByteBuffer.allocate(UUID_LENGTH * pages.size());
        for (UUID page : new TreeSet<>(pages.stream().map(PageId::value).toList())) {
            buffer.put(bytes(page));
        }
        return buffer.array();
    }

    /** The capabilities as one number, a bit each. The bits are stored: they may be added to, not changed. */
    public static int number(Capabilities capabilities) {
        int bits = capabilities.granted().stream().mapToInt(Columns::bit).sum();
        return switch (capabilities.people()) {
            case NONE -> bits;
            case WITHOUT_EMAIL -> bits + WITHOUT_EMAIL;
            case WITH_EMAIL -> bits + WITH_EMAIL;
        };
    }

    private static int bit(Capability capability) {
        return switch (capability) {
            case READ_CONTENT -> 1;
            case INSERT_CONTENT -> 2;
            case UPDATE_CONTENT -> 4;
            case READ_COMMENTS -> 8;
            case INSERT_COMMENTS -> 16;
        };
    }

    static Capabilities capabilities(ResultSet row, int column) throws SQLException {
        int bits = row.getInt(column);
        Set<Capability> granted = EnumSet.allOf(Capability.class);
        granted.removeIf(capability -> (bits & bit(capability)) == 0);
        People people = (bits & WITH_EMAIL) != 0
                ? People.WITH_EMAIL
                : (bits & WITHOUT_EMAIL) != 0 ? People.WITHOUT_EMAIL : People.NONE;
        return new Capabilities(granted, people);
    }

    /** The UUID in a column. */
    public static UUID uuid(ResultSet row, int column) throws SQLException {
        return uuid(ByteBuffer.wrap(row.getBytes(column)));
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static <T> Optional<T> optionalUuid(ResultSet row, int column, Function<UUID, T> type) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? Optional.empty() : Optional.of(type.apply(uuid(ByteBuffer.wrap(bytes))));
    }

    static Optional<String> optionalText(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> optionalTime(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(time(row, column));
    }

    static Optional<Integer> optionalNumber(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(row.getInt(column));
    }

    static Set<PageId> pages(ResultSet row, int column) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
        Set<PageId> pages = new HashSet<>();
        while (bytes.hasRemaining()) {
            pages.add(new PageId(uuid(bytes)));
        }
        return pages;
    }

    /** What {@code IN} takes for ids that are one parameter, one after another: of no engine's own lists. */
    static String idsIn(String parameter) {
        return """
                (WITH RECURSIVE place (first) AS (
                  SELECT 1 UNION ALL SELECT first + 16 FROM place WHERE first + 16 <= length(%1$s))
                SELECT substr(%1$s, first, 16) FROM place)""".formatted(parameter);
    }
}
