package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.PageId;
import dev.keywright.server.authorization.AuthorizationId;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: UUIDs as 16 bytes, times as milliseconds, sets of pages as their ids one after another. */
final class Columns {
    private static final int UUID_LENGTH = 16;

    private Columns() {}

    /** Binds parameters in order; an empty {@link Optional} is null. */
    static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object parameter) throws SQLException {
        switch (parameter) {
            case Optional<?> optional -> {
                if (optional.isPresent()) {
                    bind(statement, index, optional.get());
                } else {
                    statement.setNull(index, java.sql.Types.NULL);
                }
            }
            case UUID uuid -> statement.setBytes(index, bytes(uuid));
            case AuthorizationId id -> statement.setBytes(index, id.bytes());
            case byte[] bytes -> statement.setBytes(index, bytes);
            case String text -> statement.setString(index, text);
            case Instant time -> statement.setLong(index, time.toEpochMilli());
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean truth -> statement.setInt(index, truth ? 1 : 0);
            default -> throw new IllegalArgumentException("no column holds a " + parameter.getClass());
        }
    }

    static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_LENGTH)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static byte[] bytes(Set<PageId> pages) {
        ByteBuffer buffer = ByteBuffer.allocate(UUID_LENGTH * pages.size());
        for (UUID page : new TreeSet<>(pages.stream().map(PageId::value).toList())) {
            buffer.put(bytes(page));
        }
        return buffer.array();
    }

    static UUID uuid(ResultSet row, int column) throws SQLException {
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

    static Set<PageId> pages(ResultSet row, int column) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
        Set<PageId> pages = new HashSet<>();
        while (bytes.hasRemaining()) {
            pages.add(new PageId(uuid(bytes)));
        }
        return pages;
    }
}
