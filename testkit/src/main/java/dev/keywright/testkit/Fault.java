package dev.keywright.testkit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One way in which the next answers go wrong, and whose. Each method gives another fault and changes none. What is not
 * narrowed down meets any request outside {@code /emulator}, once. What the emulator does not take it refuses by name when
 * the fault is added.
 *
 * @param effect the field {@code fault} of {@code POST /emulator/faults}
 * @param match the field {@code match}
 * @param times how many requests it meets
 */
public record Fault(Map<String, Object> effect, Map<String, String> match, int times) {
    private static final String CLIENT = "client_id";
    private static final String STATUS = "status";

    /** A fault; the maps are copied. */
    public Fault {
        effect = Map.copyOf(effect);
        match = Map.copyOf(match);
    }

    /** An error of this status, in the form of the request's path; nothing is done. */
    public static Fault status(int status) {
        return of(Map.of(STATUS, status));
    }

    /** Status 429 with {@code Retry-After}, in whole seconds; nothing is done. */
    public static Fault rateLimited(Duration retryAfter) {
        return of(Map.of(STATUS, 429, "retry_after", retryAfter.toSeconds()));
    }

    /** These very bytes, as of a proxy in between; nothing is done. */
    public static Fault body(int status, String contentType, String body) {
        return of(Map.of(STATUS, status, "content_type", contentType, "body", body));
    }

    /** The request waits, at most five minutes, and is then answered as ever. */
    public static Fault delay(Duration delay) {
        return of(Map.of("delay", delay.toString()));
    }

    /** The connection is closed; nothing is done. */
    public static Fault dropBefore() {
        return of(Map.of("drop", "before"));
    }

    /** All is done, and the answer is lost: the connection is closed before it. */
    public static Fault dropAfter() {
        return of(Map.of("drop", "after"));
    }

    private static Fault of(Map<String, Object> effect) {
        return new Fault(effect, Map.of(), 1);
    }

    /** For the requests of this connection alone. */
    public Fault client(Connection connection) {
        return matching(CLIENT, connection.clientId());
    }

    /** For this path alone; it may end in {@code *}. */
    public Fault path(String path) {
        return matching("path", path);
    }

    /** For this method alone. */
    public Fault method(String method) {
        return matching("method", method);
    }

    /** For token requests of this grant type alone: {@code authorization_code} or {@code refresh_token}. */
    public Fault grantType(String grantType) {
        return matching("grant_type", grantType);
    }

    /** Meets this many requests. */
    public Fault times(int requests) {
        return new Fault(effect, match, requests);
    }

    private Fault matching(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(match);
        more.put(field, value);
        return new Fault(effect, more, times);
    }

    /** The client id of the connection that it is for. */
    Optional<String> clientId() {
        return Optional.ofNullable(match.get(CLIENT));
    }

    /** The body that adds it. */
    Map<String, Object> body() {
        return Map.of("match", match, "times", times, "fault", effect);
    }
}
