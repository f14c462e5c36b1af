package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.Clip;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.NearMiss;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a request was answered as it was.
 *
 * @param summary what was decided, and why
 * @param advice what to change
 * @param notionAnswers status and error that Notion answers to the same
 * @param nearMiss what came and what would have been right
 */
record Decision(String summary, Optional<String> advice, Optional<String> notionAnswers, Optional<NearMiss> nearMiss) {
    private static final int LENGTH = 900;
    private static final String OAUTH = "/v1/oauth/";

    /** What an answer and the events on the way to it tell; empty where there was nothing to decide. */
    static Optional<Decision> of(String path, Answer answer, List<AuditEvent> events) {
        Optional<String> error = AnsweredError.of(answer).map(code -> answer.status() + " " + code);
        if (answer.explanation().isPresent()) {
            Explanation why = answer.explanation().get();
            String verdict = error.isPresent() || answer.status() >= 300 ? "refused: " : "note: ";
            return Optional.of(new Decision(
                    Clip.text(verdict + why.reason(), LENGTH),
                    why.advice().or(() -> advice(error)),
                    error.filter(said -> path.startsWith(OAUTH)),
                    why.nearMiss()));
        }
        String done =
                events.stream().map(Decision::done).flatMap(Optional::stream).collect(Collectors.joining("; "));
        if (!done.isEmpty()) {
            return Optional.of(accepted(done));
        }
        return path.startsWith(OAUTH) ? plain(path, answer) : Optional.empty();
    }

    private static Optional<Decision> plain(String path, Answer answer) {
        return switch (path) {
            case OAUTH + "authorize" -> Optional.of(accepted("asked: the person was sent to the consent page"));
            case OAUTH + "introspect" -> Optional.of(accepted("active: the token is good, and the caller may see it"));
            default -> answer.status() < 300 ? Optional.of(accepted("answered")) : Optional.empty();
        };
    }

    private static Decision accepted(String summary) {
        return new Decision(summary, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<String> done(AuditEvent event) {
        return switch (event) {
            case AuditEvent.Consented(var ref, var client, var bot) ->
                Optional.of("allowed: the code stands for authorization " + ref);
            case AuditEvent.Redeemed(var ref, var client, var bot) ->
                Optional.of("redeemed: the first pair of authorization " + ref);
            case AuditEvent.Refreshed(var ref, var client, var generation, var repeated) ->
                Optional.of(
                        repeated
                                ? "answered again: the pair of generation " + generation
                                        + ", because the same refresh token came twice within the rotation grace"
                                : "refreshed: the pair of generation " + generation);
            case AuditEvent.Ended(var ref, var client, var why) ->
                Optional.of("ended: authorization " + ref + ", because " + why.sentence());
            case AuditEvent.ForeignCredential(var ref, var owner, var presentedBy) ->
                Optional.of("nothing done: the token belongs to another connection, " + owner);
            case AuditEvent.NothingToRevoke(var client) ->
                Optional.of("nothing done: the token is unknown here, or its authorization is over");
            case AuditEvent.GenerationAhead ahead -> Optional.empty();
            case AuditEvent.Refused refused -> Optional.empty();
            case AuditEvent.SignedIn signedIn -> Optional.empty();
            case AuditEvent.SignInRefused refused -> Optional.empty();
            case AuditEvent.Administered administered -> Optional.of(administered.what());
            case AuditEvent.ConnectionChanged changed -> Optional.of(changed.what());
            case AuditEvent.InstallationChanged changed -> Optional.of(changed.what());
        };
    }

    private static Optional<String> advice(Optional<String> error) {
        return error.filter(said -> said.endsWith(" invalid_client"))
                .map(said -> "authenticate with the connection's client_id and client_secret, which /emulator shows");
    }

    JsonValue json() {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("summary", new JsonValue.Text(summary));
        fields.put("advice", JournalEntry.text(advice));
        fields.put("notion_answers", JournalEntry.text(notionAnswers));
        fields.put("near_miss", JournalEntry.orNull(nearMiss.map(Decision::json)));
        return new JsonValue.Fields(fields);
    }

    private static JsonValue json(NearMiss miss) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        fields.put("expected", new JsonValue.Text(Redaction.uri(miss.expected())));
        fields.put("received", new JsonValue.Text(Redaction.uri(miss.received())));
        fields.put("at", new JsonValue.Numeral(String.valueOf(miss.firstDifference())));
        return new JsonValue.Fields(fields);
    }
}
