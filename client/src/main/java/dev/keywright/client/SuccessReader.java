package dev.keywright.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads answers of status 200, one method an endpoint. */
final class SuccessReader {
    /** Longer lifetimes mean "for ever", and must not overflow where they are added to a moment. */
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(36_500);

    /** As seconds this is the year 5138, as milliseconds 1973: larger values of {@code iat} are Notion's milliseconds. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private SuccessReader() {}

    static TokenResponse token(JsonFields fields, Optional<String> requestId) throws JsonFields.Misshapen {
        Optional<String> type = fields.text("token_type");
        // RFC 6749 §7.1: a token of a type that the client does not understand must not be used.
        if (type.isPresent() && !type.get().equalsIgnoreCase("bearer")) {
            throw new JsonFields.Misshapen("the token is no bearer token");
        }
        return new TokenResponse(
                JsonFields.required(fields.text("access_token"), "access_token"),
                fields.text("refresh_token"),
                lifetime(fields),
                JsonFields.required(fields.uuid("bot_id"), "bot_id"),
                JsonFields.required(fields.uuid("workspace_id"), "workspace_id"),
                fields.text("workspace_name"),
                fields.text("workspace_icon"),
                fields.nested("owner").map(SuccessReader::owner).orElseGet(Owner.Unknown::new),
                fields.uuid("duplicated_template_id"),
                requestId);
    }

    static IntrospectionResult introspection(JsonFields fields, Optional<String> requestId)
            throws JsonFields.Misshapen {
        if (!fields.object().path("active").isBoolean()) {
            throw new JsonFields.Misshapen("the answer has no proper active");
        }
        if (!fields.isTrue("active")) {
            return new InactiveToken(requestId);
        }
        Set<String> scope = Arrays.stream(fields.text("scope").orElse("").split(" ", -1))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return new ActiveToken(
                scope,
                moment(fields, "iat"),
                moment(fields, "exp"),
                fields.uuid("sub"),
                fields.uuid("workspace_id"),
                requestId);
    }

    private static Optional<Duration> lifetime(JsonFields fields) {
        return fields.number("expires_in")
                .filter(seconds -> seconds >= 0)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_LIFETIME.toSeconds())));
    }

    private static Optional<Instant> moment(JsonFields fields, String name) {
        try {
            return fields.number(name)
                    .map(number ->
                            number < FIRST_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Owner owner(JsonFields owner) {
        if (owner.isTrue("workspace")) {
            return new Owner.Workspace();
        }
        Optional<JsonFields> user = owner.nested("user");
        Optional<UUID> id = user.flatMap(fields -> fields.uuid("id"));
        if (user.isEmpty() || id.isEmpty()) {
            return new Owner.Unknown();
        }
        return new Owner.Person(
                id.get(),
                user.get().text("name"),
                user.get().text("avatar_url"),
                user.get().nested("person").flatMap(person -> person.text("email")));
    }
}
