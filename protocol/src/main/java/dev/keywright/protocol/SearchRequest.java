package dev.keywright.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body of {@code POST /v1/search}.
 *
 * @param query what titles should have in them; empty for everything
 * @param pages whether pages are among what is asked for: they are not when only data sources, or only what is in the
 *     trash, may be found
 */
public record SearchRequest(String query, boolean pages, SearchOrder order, Paging paging) {
    private static final String BODY = "body";
    private static final String PROPERTY = "property";
    private static final String TIMESTAMP = "timestamp";
    private static final String PAGE = "page";

    /** What a body turned out to ask for. */
    public sealed interface Read {
        /** A search. */
        record Understood(SearchRequest search) implements Read {}

        /** Something that is not as it should be. */
        record Refused(ApiError error) implements Read {}
    }

    /** Reads a body, JSON whatever its content type says; no body asks for everything. Unknown fields are ignored. */
    public static Read read(byte[] body, NotionVersion version) {
        JsonReader.Read read = body.length == 0
                ? new JsonReader.Read.Understood(new JsonValue.Fields(Map.of()))
                : JsonReader.read(body);
        if (read instanceof JsonReader.Read.Malformed) {
            return new Read.Refused(new ApiError(ApiErrorCode.INVALID_JSON, "Error parsing JSON body."));
        }
        JsonValue value = ((JsonReader.Read.Understood) read).value();
        try {
            if (value instanceof JsonValue.Fields fields) {
                return new Read.Understood(of(FieldReader.of(BODY, fields.values()), version));
            }
            throw FieldReader.invalid(BODY, BODY, "an object or `undefined`", Optional.of(value));
        } catch (FieldReader.Invalid e) {
            return new Read.Refused(e.error());
        }
    }

    private static SearchRequest of(FieldReader body, NotionVersion version) throws FieldReader.Invalid {
        String query = body.text("query").orElse("");
        Optional<FieldReader> filter = body.fields("filter");
        boolean pages = filter.isEmpty() || findsPages(filter.get(), version);
        Optional<FieldReader> sort = body.fields("sort");
        SearchOrder order = sort.isEmpty() ? SearchOrder.RELEVANCE : order(sort.get());
        return new SearchRequest(query, pages, order, Paging.of(body));
    }

    private static boolean findsPages(FieldReader filter, NotionVersion version) throws FieldReader.Invalid {
        boolean inTrash = filter.truth("in_trash").orElse(false);
        boolean byObject = filter.has(PROPERTY) || filter.has("value") || !filter.has("in_trash");
        if (byObject) {
            filter.oneOf(PROPERTY, List.of("object"));
        }
        return !inTrash
                && (!byObject
                        || filter.oneOf("value", List.of(PAGE, otherObject(version)))
                                .equals(PAGE));
    }

    private static SearchOrder order(FieldReader sort) throws FieldReader.Invalid {
        if (sort.has(PROPERTY)) {
            sort.oneOf(PROPERTY, List.of("relevance"));
            return SearchOrder.RELEVANCE;
        }
        String direction = sort.oneOf("direction", List.of("ascending", "descending"));
        sort.oneOf(TIMESTAMP, List.of("last_edited_time"));
        return direction.equals("ascending") ? SearchOrder.EDITED_ASCENDING : SearchOrder.EDITED_DESCENDING;
    }

    /** What is found beside pages: until 2025-09-03 databases, since then their data sources. */
    static String otherObject(NotionVersion version) {
        return version.isSince(NotionVersion.V2025_09_03) ? "data_source" : "database";
    }
}
