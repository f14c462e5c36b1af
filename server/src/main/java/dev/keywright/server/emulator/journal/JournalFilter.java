package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.emulator.ControlEndpoint;
import dev.keywright.server.emulator.ControlQuery;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which entries are asked for.
 *
 * @param since only entries with a higher id
 * @param path only paths that begin so
 * @param clientId only requests that name this connection
 */
record JournalFilter(long since, Optional<String> path, Optional<ClientId> clientId) {
    private static final Set<String> NAMES = Set.of("since", "path", "client_id");

    /** The answer that {@code action} has to what a query asks for, or what is wrong with the query. */
    static Answer answer(Request request, Function<JournalFilter, Answer> action) {
        return ControlQuery.answer(request, NAMES, query -> {
            String since = query.text("since").orElse("0");
            return since.matches("[0-9]{1,18}")
                    ? action.apply(new JournalFilter(Long.parseLong(since), query.text("path"), query.clientId()))
                    : ControlEndpoint.refused("since should be the id of an entry, a whole number");
        });
    }

    boolean takes(JournalEntry entry) {
        return entry.id() > since
                && path.map(entry.path()::startsWith).orElse(true)
                && clientId.map(id -> entry.clientId().equals(Optional.of(id))).orElse(true);
    }
}
