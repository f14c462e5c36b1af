package dev.keywright.server.api;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.Paging;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One part of a list. Its cursor is the id of its last entry, so that what is added or goes elsewhere meanwhile shifts
 * nothing.
 *
 * @param next where the list goes on; empty at its end
 */
record Part<T>(List<T> entries, Optional<UUID> next) {
    Part {
        entries = List.copyOf(entries);
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
