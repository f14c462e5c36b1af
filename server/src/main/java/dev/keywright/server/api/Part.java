package dev.keywright.server.api;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.Paging;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Parameter;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.WireErrors;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One part of a list. Its cursor is the id of its last entry, so that what is added or goes elsewhere meanwhile shifts
 * nothing.
 *
 * @param next where the list goes on; empty at its end
 */
record Part<T>(List<T> entries, Optional<UUID> next) {
    private static final Schema CURSOR = Schema.text("uuid");
    private static final Schema SIZE = Schema.wholeNumber(1, 100);
    private static final String FROM = "The next_cursor of the part before.";
    private static final String MOST = "How many entries at most.";

    Part {
        entries = List.copyOf(entries);
    }

    /** The description of an endpoint whose query says which part is asked for. */
    static Operation asked(Operation endpoint) {
        return endpoint.taking(Parameter.query("start_cursor", CURSOR, FROM))
                .taking(Parameter.query("page_size", SIZE, MOST));
    }

    /** The members of a body that say which part is asked for. */
    static List<Member> members() {
        return List.of(
                Member.optional("start_cursor", CURSOR.meaning(FROM)),
                Member.optional("page_size", SIZE.meaning(MOST)));
    }

    /** What a part looks like whose entries look so; {@code types} are what it may be called. */
    static Schema schema(Schema entry, String... types) {
        return Schema.object(Stream.of(
                        Stream.of(
                                Member.required("object", Schema.oneOf("list")),
                                Member.required("results", Schema.listOf(entry)),
                                Member.required("next_cursor", CURSOR.orNull()),
                                Member.required("has_more", Schema.truth()),
                                Member.required("type", Schema.oneOf(types))),
                        Stream.of(types).map(type -> Member.optional(type, Schema.object())),
                        Stream.of(WireErrors.requestId()))
                .flatMap(members -> members)
                .toList());
    }

    /** The part that was asked for, of what was found when one entry more was looked for. */
    static <T> Part<T> of(List<T> found, Paging paging, Function<T, UUID> id) {
        if (found.size() <= paging.pageSize()) {
            return new Part<>(found, Optional.empty());
        }
        List<T> entries = found.subList(0, paging.pageSize());
        return new Part<>(entries, Optional.of(id.apply(entries.getLast())));
    }

    /** The answer to a cursor that this list did not give, or whose entry is gone. */
    static Answer unknownCursor(Request request, Paging paging) {
        ApiError error = Paging.unknownCursor(paging.startCursor().orElseThrow());
        return Answer.refused(
                request, error, "start_cursor should be the next_cursor of the part before, of the same list");
    }
}
