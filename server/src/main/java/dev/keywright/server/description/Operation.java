package dev.keywright.server.description;

import dev.keywright.protocol.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one route does for whoever calls it.
 *
 * @param summary a few words
 * @param meaning a sentence or two more
 * @param security what its caller shows
 * @param replies its answers, of which no two have one status
 * @param otherwise the form of every error that {@code replies} has not: a failure of the server, a body that is too large
 */
public record Operation(
        Subject subject,
        String summary,
        String meaning,
        Security security,
        List<Parameter> parameters,
        Optional<Body> body,
        List<Reply> replies,
        Schema otherwise) {
    public Operation {
        parameters = List.copyOf(parameters);
        replies = List.copyOf(replies);
    }

    /** An operation that anybody may call, which takes nothing and whose answers are still to be added. */
    public static Operation of(Subject subject, String summary, String meaning) {
        return new Operation(
                subject, summary, meaning, Security.NONE, List.of(), Optional.empty(), List.of(), WireErrors.api());
    }

    /** The same for callers that show this. */
    public Operation by(Security shown) {
        return new Operation(subject, summary, meaning, shown, parameters, body, replies, otherwise);
    }

    /** The same with a parameter more. */
    public Operation taking(Parameter parameter) {
        List<Parameter> all = joined(parameters, parameter);
        return new Operation(subject, summary, meaning, security, all, body, replies, otherwise);
    }

    /** The same with this body. */
    public Operation taking(Body taken) {
        return new Operation(subject, summary, meaning, security, parameters, Optional.of(taken), replies, otherwise);
    }

    /** The same with an answer more. */
    public Operation answering(Reply reply) {
        List<Reply> all = joined(replies, reply);
        return new Operation(subject, summary, meaning, security, parameters, body, all, otherwise);
    }

    /** The same, and every error that has no answer of its own looks so. */
    public Operation otherwise(Schema error) {
        return new Operation(subject, summary, meaning, security, parameters, body, replies, error);
    }

    private static <T> List<T> joined(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /** The schemas with a name that its description refers to. */
    Map<String, JsonValue> definitions() {
        Stream<Schema> ofReplies = replies.stream().flatMap(reply -> reply.content().values().stream());
        Stream<Schema> ofRequest =
                Stream.concat(parameters.stream().map(Parameter::schema), body.map(Body::schema).stream());
        return Stream.of(ofReplies, ofRequest, Stream.of(otherwise))
                .flatMap(schemas -> schemas)
                .flatMap(schema -> schema.definitions().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Operation::same, TreeMap::new));
    }

    static JsonValue same(JsonValue one, JsonValue other) {
        if (!one.equals(other)) {
            throw new IllegalStateException("two schemas have one name: " + one.toJson() + ", " + other.toJson());
        }
        return one;
    }
}
