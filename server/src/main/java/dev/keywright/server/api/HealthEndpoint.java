package dev.keywright.server.api;

import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Request;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /health}, 200 once requests can be answered, and {@code GET /health/live}, 200 as long as the process answers at
 * all, whatever else is wrong.
 */
public final class HealthEndpoint implements ApiEndpoint {
    private static final byte[] OK = "{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8);

    private final String meaning;

    private HealthEndpoint(String meaning) {
        this.meaning = meaning;
    }

    /** That of a server that has started. */
    public static HealthEndpoint ofStart() {
        return new HealthEndpoint("200 once requests can be answered.");
    }

    /** That of a process that answers. */
    public static HealthEndpoint ofLife() {
        return new HealthEndpoint("200 as long as the process answers at all, whatever else is wrong.");
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(Subject.OPERATION, "Whether the server answers", meaning)
                .answering(Reply.json(200, "It does.", healthy()));
    }

    @Override
    public Answer answer(Request request) {
        return ok();
    }

    /** What is said when all is well. */
    static Schema healthy() {
        return Schema.object(Member.required("status", Schema.oneOf("ok")));
    }

    /** All is well. */
    static Answer ok() {
        return Answer.json(200, OK);
    }
}
