package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.Parameters;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.BearerHeader;
import dev.keywright.server.http.Outcome;
import dev.keywright.server.http.Request;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes an entry of the journal of what came and what became of it. */
public final class Observer {
    private static final Optional<String> JSON = Optional.of("application/json");
    private static final List<String> TOKENS = List.of("refresh_token", "access_token", "token");

    private final Function<Request, Optional<ClientId>> callers;
    private final TokenCodec codec;
    private final RecentEvents events;
    private final InstantSource clock;

    /** Knows who calls by {@code callers}, and to what authorization tokens belong by {@code codec}. */
    public Observer(
            Function<Request, Optional<ClientId>> callers, TokenCodec codec, RecentEvents events, InstantSource clock) {
        this.callers = callers;
        this.codec = codec;
        this.events = events;
        this.clock = clock;
    }

    /** The entry; empty for what only watches: assets, and whatever is read from the emulator itself. */
    Optional<JournalEntry> observe(long id, Request request, Outcome outcome) {
        List<AuditEvent> happened = events.take(request.id());
        return watches(request) ? Optional.empty() : Optional.of(entry(id, request, outcome, happened));
    }

    private static boolean watches(Request request) {
        String path = request.path();
        boolean ofEmulator = path.equals("/emulator") || path.startsWith("/emulator/");
        return path.startsWith("/assets/")
                || (ofEmulator && request.method().equals("GET"))
                || path.startsWith("/emulator/requests");
    }

    private JournalEntry entry(long id, Request request, Outcome outcome, List<AuditEvent> happened) {
        Map<String, JsonValue> query = values(request.queryParameters());
        Map<String, JsonValue> body = body(request);
        Optional<Answer> answer = answer(outcome);
        Map<String, JsonValue> answered = answer.map(Observer::answered).orElse(Map.of());
        Set<String> tracks = answer.map(given -> Tracks.of(request, body, answered, given))
                .orElseGet(() -> Tracks.of(request, body, Map.of(), Answer.noContent()));
        return new JournalEntry(
                id,
                clock.instant(),
                request.id(),
                request.method(),
                Redaction.path(request.path()),
                callers.apply(request),
                ref(request, body, answered, happened),
                Redaction.fields(query),
                body.isEmpty() ? Optional.empty() : Optional.of(Redaction.fields(body)),
                answer.map(Answer::status),
                answer.flatMap(given -> shown(given, answered)),
                fault(outcome),
                decision(request, outcome, happened),
                tracks);
    }

    private static Optional<Answer> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(Answer answer) -> Optional.of(answer);
            case Outcome.Faulted(Answer answer, String fault) -> Optional.of(answer);
            case Outcome.Dropped dropped -> Optional.empty();
        };
    }

    private static Optional<String> fault(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> Optional.empty();
            case Outcome.Faulted(Answer answer, String fault) -> Optional.of(fault);
            case Outcome.Dropped(String why) -> Optional.of(why);
        };
    }

    /** What was decided is told of a lost answer too; an answer that the emulator made up was no decision. */
    private static Optional<Decision> decision(Request request, Outcome outcome, List<AuditEvent> happened) {
        return switch (outcome) {
            case Outcome.Answered(Answer answer) -> Decision.of(request.path(), answer, happened);
            case Outcome.Faulted(Answer answer, String fault) ->
                happened.isEmpty() && answer.explanation().isEmpty()
                        ? Optional.empty()
                        : Decision.of(request.path(), answer, happened);
            case Outcome.Dropped dropped ->
                happened.isEmpty() ? Optional.empty() : Decision.of(request.path(), Answer.noContent(), happened);
        };
    }

    private static Map<String, JsonValue> values(ParameterReader.Read read) {
        return read instanceof ParameterReader.Read.Understood(Parameters parameters) ? parameters.values() : Map.of();
    }

    /** What people type into a page's form is nobody else's business. */
    private static Map<String, JsonValue> body(Request request) {
        if (request.body().length == 0) {
            return Map.of();
        }
        if (request.path().startsWith("/v1/")) {
            return values(request.parameters());
        }
        return request.path().startsWith("/emulator/") ? values(ParameterReader.read(JSON, request.body())) : Map.of();
    }

    private static Map<String, JsonValue> answered(Answer answer) {
        return answer.contentType().filter(Answer.JSON::equals).isPresent()
                ? values(ParameterReader.read(JSON, answer.body()))
                : Map.of();
    }

    private static Optional<JsonValue> shown(Answer answer, Map<String, JsonValue> answered) {
        Map<String, JsonValue> shown = new LinkedHashMap<>();
        answer.headers().stream()
                .filter(header -> header.name().equals("Location"))
                .forEach(header -> shown.put("location", new JsonValue.Text(header.value())));
        shown.putAll(answered);
        return shown.isEmpty() ? Optional.empty() : Optional.of(Redaction.fields(shown));
    }

    private Optional<String> ref(
            Request request, Map<String, JsonValue> body, Map<String, JsonValue> answered, List<AuditEvent> happened) {
        Stream<String> tokens = Stream.concat(
                BearerHeader.read(request) instanceof BearerHeader.Token(String presented)
                        ? Stream.of(presented)
                        : Stream.empty(),
                Stream.of(body, answered)
                        .flatMap(values -> TOKENS.stream()
                                .map(values::get)
                                .filter(JsonValue.Text.class::isInstance)
                                .map(value -> ((JsonValue.Text) value).text())));
        return Stream.concat(
                        happened.stream().map(Observer::ref).flatMap(Optional::stream),
                        tokens.map(codec::decode)
                                .flatMap(Optional::stream)
                                .map(token -> token.authorization().ref()))
                .findFirst();
    }

    private static Optional<String> ref(AuditEvent event) {
        return switch (event) {
            case AuditEvent.Consented consented -> Optional.of(consented.ref());
            case AuditEvent.Redeemed redeemed -> Optional.of(redeemed.ref());
            case AuditEvent.Refreshed refreshed -> Optional.of(refreshed.ref());
            case AuditEvent.Ended ended -> Optional.of(ended.ref());
            case AuditEvent.ForeignCredential foreign -> Optional.of(foreign.ref());
            case AuditEvent.GenerationAhead ahead -> Optional.of(ahead.ref());
            default -> Optional.empty();
        };
    }
}
