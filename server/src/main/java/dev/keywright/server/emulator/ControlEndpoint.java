package dev.keywright.server.emulator;

import dev.keywright.protocol.Clip;
import dev.keywright.server.description.Described;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Request;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the control endpoints share: a JSON object comes in, JSON goes out, and a refusal names the field and what would
 * be right. A page of another site cannot call them.
 */
public final class ControlEndpoint implements ApiEndpoint {
    private final String publicUrl;
    private final Optional<Set<String>> fields;
    private final Action action;

    /** An endpoint that takes any field; {@code publicUrl} is the one origin that may call it from a page. */
    public ControlEndpoint(String publicUrl, Action action) {
        this(publicUrl, Optional.empty(), action);
    }

    /** An endpoint that takes these fields and refuses others by name. */
    public ControlEndpoint(String publicUrl, Set<String> fields, Action action) {
        this(publicUrl, Optional.of(fields), action);
    }

    private ControlEndpoint(String publicUrl, Optional<Set<String>> fields, Action action) {
        this.publicUrl = publicUrl;
        this.fields = fields;
        this.action = action;
    }

    /** What one control endpoint does. */
    public interface Action extends Described {
        /** The answer to a body; an empty body is an empty object. */
        Answer act(Request request, ObjectNode body);
    }

    @Override
    public Operation operation(String method) {
        return action.operation(method)
                .answering(Reply.json(400, "What was sent is not as it should be; the message says what is.", errors()))
                .answering(Reply.json(403, "A page of another site called.", errors()));
    }

    @Override
    public Answer answer(Request request) {
        Optional<String> origin = request.header("origin");
        if (origin.isPresent() && !origin.get().equals(publicUrl)) {
            return error(403, "forbidden", "the control endpoints cannot be called from a page of " + origin.get());
        }
        JsonNode body;
        try {
            body = request.body().length == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : ControlJson.MAPPER.readTree(request.body());
        } catch (JacksonException e) {
            return refused("the body should be one JSON object");
        }
        if (!(body instanceof ObjectNode object)) {
            return refused("the body should be a JSON object");
        }
        Optional<String> unknown = fields.flatMap(known -> object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst());
        return unknown.isPresent()
                ? refused("unknown field " + Clip.name(unknown.get()) + "; this takes " + takes(fields.orElseThrow()))
                : action.act(request, object);
    }

    private static String takes(Set<String> fields) {
        return fields.isEmpty()
                ? "none"
                : String.join(", ", fields.stream().sorted().toList());
    }

    /** 400 with a sentence that names the field and what would be right. */
    public static Answer refused(String message) {
        return error(400, "invalid_request", message);
    }

    /** 200 with this JSON. */
    static Answer ok(JsonNode json) {
        return Answer.json(200, ControlJson.MAPPER.writeValueAsBytes(json));
    }

    private static Schema errors() {
        return Schema.object(
                        Member.required("error", Schema.oneOf("invalid_request", "forbidden")),
                        Member.required("message", Schema.text()))
                .named("ControlError");
    }

    private static Answer error(int status, String error, String message) {
        ObjectNode json =
                ControlJson.MAPPER.createObjectNode().put("error", error).put("message", message);
        return Answer.json(status, ControlJson.MAPPER.writeValueAsBytes(json)).because(message);
    }
}
