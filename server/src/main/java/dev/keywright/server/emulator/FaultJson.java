package dev.keywright.server.emulator;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes faults as the control endpoint takes them. */
final class FaultJson {
    private FaultJson() {}

    static ObjectNode list(List<FaultRule> rules) {
        ObjectNode json = ControlJson.MAPPER.createObjectNode();
        ArrayNode faults = json.putArray("faults");
        rules.forEach(rule -> faults.add(of(rule)));
        return json;
    }

    static ObjectNode of(FaultRule rule) {
        ObjectNode json = ControlJson.MAPPER.createObjectNode().put("name", rule.name());
        ObjectNode match = json.putObject("match");
        put(match, "method", rule.match().method());
        put(match, "path", rule.match().path());
        put(match, "client_id", rule.match().client().map(Object::toString));
        put(match, "grant_type", rule.match().grantType());
        json.put("times", rule.times());
        fault(json.putObject("fault"), rule.fault());
        return json;
    }

    private static void fault(ObjectNode json, Fault fault) {
        put(json, "delay", fault.delay().map(Object::toString));
        switch (fault.effect()) {
            case Fault.Effect.None none -> {}
            case Fault.Effect.DropBefore before -> json.put("drop", "before");
            case Fault.Effect.DropAfter after -> json.put("drop", "after");
            case Fault.Effect.Status(int status, Optional<Integer> retryAfter) -> {
                json.put("status", status);
                retryAfter.ifPresent(seconds -> json.put("retry_after", seconds));
            }
            case Fault.Effect.Body(int status, String contentType, String text) ->
                json.put("status", status).put("content_type", contentType).put("body", text);
            case Fault.Effect.Twice twice -> json.put("scenario", true);
            case Fault.Effect.NoRefreshToken without -> json.put("scenario", true);
            case Fault.Effect.ExpiredCode expired -> json.put("scenario", true);
        }
    }

    private static void put(ObjectNode json, String name, Optional<String> value) {
        value.ifPresent(text -> json.put(name, text));
    }
}
