package dev.keywright.server.emulator;

import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.Parameters;
import dev.keywright.server.consent.Answered;
import dev.keywright.server.consent.AuthorizationRequest;
import dev.keywright.server.consent.AuthorizationRequests;
import dev.keywright.server.consent.CheckedRequest;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /emulator/authorize}: plays the person at the authorization page, by the same path as the page. */
public final class AuthorizeControl implements ControlEndpoint.Action {
    private final AuthorizationRequests requests;
    private final Consents consents;

    /** Plays people who answer through {@code consents}. */
    public AuthorizeControl(AuthorizationRequests requests, Consents consents) {
        this.requests = requests;
        this.consents = consents;
    }

    @Override
    public Operation operation(String method) {
        Schema redirect = Schema.object(
                Member.required("redirect_to", Schema.text().meaning("Where the browser would be sent.")),
                Member.required("code", Schema.text().orNull().meaning("The code in it; null where it has an error.")));
        return Operation.of(
                        Subject.CONTROL,
                        "Plays the person at the authorization page",
                        "Takes what GET /v1/oauth/authorize takes, and the person's answer beside it.")
                .taking(HeadlessAnswer.body())
                .answering(Reply.json(200, "The redirect, or with Accept: text/plain the bare code.", redirect)
                        .or("text/plain", Schema.text()));
    }

    @Override
    public Answer act(Request request, ObjectNode body) {
        Parameters parameters = parameters(body);
        return switch (requests.check(parameters)) {
            case CheckedRequest.NoRedirect problem -> ControlEndpoint.refused(problem.explanation());
            case CheckedRequest.ErrorRedirect(var target, String error, String problem) ->
                redirect(request, target.withError(error), Optional.empty()).because(error + ": " + problem);
            case CheckedRequest.Valid(AuthorizationRequest valid) ->
                switch (HeadlessAnswer.read(parameters)) {
                    case HeadlessAnswer.Unreadable(String problem) -> ControlEndpoint.refused(problem);
                    case HeadlessAnswer.Given(var answer) ->
                        answered(request, consents.answer(request.id(), valid, answer));
                };
        };
    }

    private static Answer answered(Request request, Answered answered) {
        return switch (answered) {
            case Answered.Allowed(var code, String redirectTo) ->
                redirect(request, redirectTo, Optional.of(code.reveal()));
            case Answered.Denied(String redirectTo) -> redirect(request, redirectTo, Optional.empty());
            case Answered.Before before -> ControlEndpoint.refused("the request was answered before");
            case Answered.Impossible(String field, String problem) -> ControlEndpoint.refused(field + ": " + problem);
        };
    }

    private static Answer redirect(Request request, String redirectTo, Optional<String> code) {
        if (code.isPresent() && request.header("accept").orElse("").startsWith("text/plain")) {
            return Answer.text(200, code.get());
        }
        return ControlEndpoint.ok(ControlJson.MAPPER
                .createObjectNode()
                .put("redirect_to", redirectTo)
                .put("code", code.orElse(null)));
    }

    /** The body's fields as the query's parameters would be; a list is its members, separated by commas. */
    private static Parameters parameters(ObjectNode body) {
        Map<String, JsonValue> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            values.put(field.getKey(), parameter(field.getValue()));
        }
        return new Parameters(values);
    }

    private static JsonValue parameter(JsonNode value) {
        if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
            return new JsonValue.Text(
                    value.valueStream().map(JsonNode::asString).collect(Collectors.joining(",")));
        }
        return switch (value.getNodeType()) {
            case STRING, BOOLEAN -> new JsonValue.Text(value.asString());
            case NULL -> new JsonValue.Null();
            case NUMBER -> new JsonValue.Numeral(value.asString());
            case ARRAY -> new JsonValue.Items(List.of());
            default -> new JsonValue.Fields(Map.of());
        };
    }
}
