package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.server.authorization.AuthorizationCode;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the requests of one authorization have in common before it has a ref: the authorization URL's query, which the
 * browser takes to the consent page; the consent request, which is in the path of that page; and the code, of which only the
 * hash is kept.
 */
final class Tracks {
    private static final String CONSENT_PAGE = "/install-integration";
    private static final String CODE = "code";

    private Tracks() {}

    /** The tracks of a request and of its answer. */
    static Set<String> of(
            Request request, Map<String, JsonValue> sent, Map<String, JsonValue> answered, Answer answer) {
        Set<String> tracks = new TreeSet<>();
        String path = request.path();
        if (path.equals(CONSENT_PAGE)) {
            tracks.add("query " + request.query());
        }
        consent(path).ifPresent(tracks::add);
        Optional<String> location = location(answer);
        location.flatMap(target -> afterPath(target).map(query -> "query " + query))
                .ifPresent(tracks::add);
        location.flatMap(Tracks::consent).ifPresent(tracks::add);
        Stream.of(code(sent), code(answered), location.flatMap(Tracks::codeInQuery))
                .flatMap(Optional::stream)
                .forEach(tracks::add);
        return tracks;
    }

    private static Optional<String> location(Answer answer) {
        return answer.headers().stream()
                .filter(header -> header.name().equals("Location"))
                .map(Answer.Header::value)
                .findFirst();
    }

    private static Optional<String> consent(String target) {
        int at = target.indexOf(CONSENT_PAGE + "/");
        return at < 0
                ? Optional.empty()
                : Optional.of("consent "
                        + target.substring(at + CONSENT_PAGE.length() + 1).split("[/?]", 2)[0]);
    }

    private static Optional<String> afterPath(String target) {
        int at = target.indexOf(CONSENT_PAGE + "?");
        return at < 0 ? Optional.empty() : Optional.of(target.substring(at + CONSENT_PAGE.length() + 1));
    }

    private static Optional<String> codeInQuery(String target) {
        int question = target.indexOf('?');
        return question >= 0
                        && ParameterReader.form(target.substring(question + 1))
                                instanceof ParameterReader.Read.Understood(var parameters)
                ? code(parameters.values())
                : Optional.empty();
    }

    private static Optional<String> code(Map<String, JsonValue> values) {
        return Optional.ofNullable(values.get(CODE))
                .filter(JsonValue.Text.class::isInstance)
                .map(JsonValue.Text.class::cast)
                .flatMap(text -> AuthorizationCode.read(text.text()))
                .map(code -> "code " + code.hash().hex());
    }
}
