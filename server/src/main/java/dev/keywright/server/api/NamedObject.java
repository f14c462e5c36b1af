package dev.keywright.server.api;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.protocol.PathId;
import dev.keywright.protocol.WireBody;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Parameter;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.WireErrors;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What the endpoints share that give the one object whose id is in their path, under {@code {<kind>_id}}. */
final class NamedObject {
    private NamedObject() {}

    /** The description of an endpoint that gives one. */
    static Operation asked(Operation endpoint, String kind) {
        return endpoint.taking(Parameter.path(
                        kind + "_id", Schema.text(), "The id: a UUID with dashes or without, in any case."))
                .answering(Reply.json(404, "There is no such " + kind + " for this bot.", WireErrors.api()));
    }

    /** The object that {@code find} finds. What is not there and what the bot may not see look the same. */
    static Answer answer(Request request, Caller caller, String kind, Function<UUID, Optional<WireBody>> find) {
        String name = kind + "_id";
        return switch (PathId.read(name, request.captured(name))) {
            case PathId.Refused(ApiError error) -> Answer.refused(request, error, error.message());
            case PathId.Understood(UUID id) ->
                find.apply(id)
                        .map(body -> Answer.ok(request, body))
                        .orElseGet(() -> notFound(request, caller, kind, id));
        };
    }

    private static Answer notFound(Request request, Caller caller, String kind, UUID id) {
        ApiError error = new ApiError(
                        ApiErrorCode.OBJECT_NOT_FOUND,
                        "Could not find " + kind + " with ID: " + id
                                + ". Make sure the relevant pages and databases are"
                                + " shared with your integration \""
                                + caller.connection().name() + "\".")
                .with("integration_id", caller.bot().id().toString());
        return Answer.refused(
                request, error, "there is no such " + kind + " in the bot's workspace, or the bot may not see it");
    }
}
