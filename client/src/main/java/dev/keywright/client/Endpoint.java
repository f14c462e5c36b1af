package dev.keywright.client;

import dev.keywright.client.Transport.Fate;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One endpoint as one operation uses it: asks, and turns the fate of the request into a result.
 *
 * @param safeToRepeat whether the operation may be sent again when it may have been done
 * @param success reads an answer of status 200
 * @param failure a failure as this endpoint's kind of result
 */
record Endpoint<R>(URI url, boolean safeToRepeat, Success<R> success, Function<Failure, R> failure) {
    /** Reads the fields of an answer of status 200. */
    interface Success<R> {
        R read(JsonFields fields, Optional<String> requestId) throws JsonFields.Misshapen;
    }

    R ask(Transport transport, Map<String, ?> body) throws InterruptedException {
        Fate fate = transport.post(url, JsonFields.write(body));
        if (fate instanceof Fate.Answered answered) {
            return result(answered);
        }
        if (fate instanceof Fate.NotSent notSent) {
            return failure.apply(without(Unavailable.Kind.UNREACHABLE, true, notSent.detail()));
        }
        Fate.Unanswered unanswered = (Fate.Unanswered) fate;
        return failure.apply(without(Unavailable.Kind.UNANSWERED, safeToRepeat, unanswered.detail()));
    }

    private static Unavailable without(Unavailable.Kind kind, boolean safe, String detail) {
        return new Unavailable(kind, safe, Optional.empty(), OptionalInt.empty(), Optional.empty(), detail);
    }

    private R result(Fate.Answered answered) {
        if (answered.status() != 200) {
            return failure.apply(new FailureReader(safeToRepeat).read(answered));
        }
        try {
            JsonFields fields = JsonFields.read(answered.body());
            return success.read(fields, FailureReader.requestId(answered, Optional.of(fields)));
        } catch (JsonFields.Misshapen e) {
            String problem = String.valueOf(e.getMessage());
            return failure.apply(new FailureReader(safeToRepeat).unintelligible(answered, problem));
        }
    }
}
