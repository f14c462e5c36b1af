package dev.keywright.server.emulator;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Clip;
import dev.keywright.protocol.Uuids;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads faults as {@code POST /emulator/faults} takes them; what is refused is said in a sentence that names the field. */
final class FaultReader {
    /** How often a fault may be asked for at once. */
    static final int MOST_TIMES = 1_000_000;

    private static final int LARGEST_RETRY_AFTER = 86_400;
    private static final int LONGEST_BODY = 32 * 1024;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final List<String> MATCH = List.of("method", "path", "client_id", "grant_type");
    private static final List<String> FAULT = List.of("status", "retry_after", "delay", "drop", "body", "content_type");

    private FaultReader() {}

    /** What a body turned out to be. */
    sealed interface Read {
        /** A fault, whom it meets and how often. */
        record Understood(FaultMatch match, int times, Fault fault) implements Read {}

        /** Refused. */
        record Refused(String sentence) implements Read {}
    }

    /** Not as it should be. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    static Read read(ObjectNode body) {
        try {
            FaultMatch match = match(object(body, "match"));
            int times = number(body, "times", 1, MOST_TIMES).orElse(1);
            return new Read.Understood(match, times, fault(object(body, "fault")));
        } catch (Wrong e) {
            return new Read.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static FaultMatch match(ObjectNode match) throws Wrong {
        known(match, "match", MATCH);
        Optional<String> path = text(match, "path");
        if (path.isPresent() && !path.get().startsWith("/")) {
            throw new Wrong("match.path should begin with /, and may end with * for all that begins so");
        }
        Optional<String> client = text(match, "client_id");
        Optional<ClientId> id = client.flatMap(Uuids::anyForm).map(ClientId::new);
        if (client.isPresent() && id.isEmpty()) {
            throw new Wrong("match.client_id should be a UUID");
        }
        return new FaultMatch(
                text(match, "method").map(method -> method.toUpperCase(Locale.ROOT)),
                path,
                id,
                text(match, "grant_type"));
    }

    private static Fault fault(ObjectNode fault) throws Wrong {
        known(fault, "fault", FAULT);
        Optional<Duration> delay = delay(fault);
        if (fault.has("drop")) {
            return new Fault(delay, drop(fault));
        }
        if (fault.has("body")) {
            return new Fault(delay, body(fault));
        }
        if (fault.has("status")) {
            return new Fault(delay, status(fault));
        }
        if (delay.isEmpty()) {
            throw new Wrong("fault should have a status, a body, a drop or a delay");
        }
        return new Fault(delay, new Fault.Effect.None());
    }

    private static Optional<Duration> delay(ObjectNode fault) throws Wrong {
        Optional<String> text = text(fault, "delay");
        try {
            Optional<Duration> delay = text.map(Duration::parse);
            if (delay.isPresent() && (delay.get().isNegative() || delay.get().compareTo(LONGEST_DELAY) > 0)) {
                throw new Wrong("fault.delay should be from PT0S to " + LONGEST_DELAY);
            }
            return delay;
        } catch (DateTimeException e) {
            throw new Wrong("fault.delay should be an ISO 8601 duration such as PT2S");
        }
    }

    private static Fault.Effect drop(ObjectNode fault) throws Wrong {
        if (fault.has("status") || fault.has("body")) {
            throw new Wrong("fault.drop answers nothing, so it goes with neither status nor body");
        }
        return switch (text(fault, "drop").orElse("")) {
            case "before" -> new Fault.Effect.DropBefore();
            case "after" -> new Fault.Effect.DropAfter();
            default -> throw new Wrong("fault.drop should be before or after");
        };
    }

    private static Fault.Effect body(ObjectNode fault) throws Wrong {
        String text = text(fault, "body").orElse("");
        if (text.length() > LONGEST_BODY) {
            throw new Wrong("fault.body should be at most " + LONGEST_BODY + " characters");
        }
        String contentType = text(fault, "content_type").orElse("application/json; charset=utf-8");
        if (!contentType.matches("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; ?[A-Za-z0-9=_.-]+)*")) {
            throw new Wrong("fault.content_type should be a media type such as text/html");
        }
        return new Fault.Effect.Body(number(fault, "status", 200, 599).orElse(200), contentType, text);
    }

    private static Fault.Effect status(ObjectNode fault) throws Wrong {
        int status = number(fault, "status", 400, 599).orElse(500);
        if (!FaultAnswers.statuses().contains(status)) {
            throw new Wrong("fault.status should be one of " + FaultAnswers.statuses() + "; with a body it may be any");
        }
        return new Fault.Effect.Status(status, number(fault, "retry_after", 0, LARGEST_RETRY_AFTER));
    }

    private static ObjectNode object(ObjectNode in, String name) throws Wrong {
        Optional<JsonNode> node = Optional.ofNullable(in.get(name));
        if (node.isEmpty() && name.equals("match")) {
            return ControlJson.MAPPER.createObjectNode();
        }
        if (node.isPresent() && node.get() instanceof ObjectNode object) {
            return object;
        }
        throw new Wrong(name + " should be an object");
    }

    private static void known(ObjectNode object, String name, List<String> fields) throws Wrong {
        for (String field : object.propertyNames()) {
            if (!fields.contains(field)) {
                throw new Wrong(
                        "unknown field " + name + "." + Clip.name(field) + "; this takes " + String.join(", ", fields));
            }
        }
    }

    private static Optional<String> text(ObjectNode in, String name) throws Wrong {
        Optional<JsonNode> node = Optional.ofNullable(in.get(name)).filter(value -> !value.isNull());
        if (node.isPresent() && !node.get().isString()) {
            throw new Wrong(name + " should be a string");
        }
        return node.map(JsonNode::stringValue);
    }

    private static Optional<Integer> number(ObjectNode in, String name, int least, int most) throws Wrong {
        Optional<JsonNode> node = Optional.ofNullable(in.get(name)).filter(value -> !value.isNull());
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get().isInt() && node.get().intValue() >= least && node.get().intValue() <= most) {
            return Optional.of(node.get().intValue());
        }
        throw new Wrong(name + " should be a whole number from " + least + " to " + most);
    }
}
