package dev.keywright.server.api;

import dev.keywright.server.description.OpenApi;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Request;
import dev.keywright.server.http.Routes;
import dev.keywright.server.packaged.Version;

/** {@code GET /openapi.json}: the API, described for programs: written when somebody asks, for a start has no time for it. */
public final class OpenApiEndpoint implements ApiEndpoint {
    private final Routes routes;
    private final String publicUrl;
    private final Written written = new Written();

    /** The endpoint that describes these routes, those included that are added before the first request. */
    public OpenApiEndpoint(Routes routes, String publicUrl) {
        this.routes = routes;
        this.publicUrl = publicUrl;
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(
                        Subject.OPERATION, "This API as OpenAPI 3.1", "Made of the table that requests are routed by.")
                .answering(Reply.json(200, "The document.", Schema.anyObject()));
    }

    @Override
    public Answer answer(Request request) {
        return Answer.json(200, written.by(() -> new OpenApi(publicUrl, Version.text()).json(routes.described())));
    }
}
