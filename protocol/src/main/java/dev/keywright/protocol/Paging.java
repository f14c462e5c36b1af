package dev.keywright.protocol;

import java.util.Optional;
import java.util.UUID;

/**
 * Which part of a list is asked for.
 *
 * @param startCursor the {@code next_cursor} of the part before; empty for the first
 * @param pageSize how many entries at most, 1 to 100
 */
public record Paging(Optional<UUID> startCursor, int pageSize) {
    private static final int MOST = 100;

    /** What a query turned out to ask for. */
    public sealed interface Read {
        /** A part of a list. */
        record Understood(Paging paging) implements Read {}

        /** Something that is not as it should be. */
        record Refused(ApiError error) implements Read {}
    }

    /** Reads a query. Parameters that are not about paging are ignored. */
    public static Read ofQuery(ParameterReader.Read query) {
        if (query instanceof ParameterReader.Read.Malformed malformed) {
            return new Read.Refused(new FieldReader.Invalid("query", malformed.problem() + ".").error());
        }
        Parameters parameters = ((ParameterReader.Read.Understood) query).parameters();
        try {
            return new Read.Understood(of(FieldReader.of("query", parameters.values())));
        } catch (FieldReader.Invalid e) {
            return new Read.Refused(e.error());
        }
    }

    static Paging of(FieldReader fields) throws FieldReader.Invalid {
        return new Paging(fields.id("start_cursor"), fields.number("page_size", 1, MOST, MOST));
    }

    /** The refusal of a cursor that this list did not give. */
    public static ApiError unknownCursor(UUID cursor) {
        return new ApiError(ApiErrorCode.VALIDATION_ERROR, "The start_cursor provided is invalid: " + cursor);
    }
}
