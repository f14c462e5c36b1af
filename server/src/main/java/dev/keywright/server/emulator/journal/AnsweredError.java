package dev.keywright.server.emulator.journal;

import dev.keywright.server.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The error code that an answer names. */
final class AnsweredError {
    private static final Pattern IN_JSON = Pattern.compile("\"(?:error|code)\":\"([a-z_]+)\"");

    private AnsweredError() {}

    /** The code of an error in OAuth's form or in that of the API; empty for all other answers. */
    static Optional<String> of(Answer answer) {
        Matcher matcher = IN_JSON.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        return answer.status() >= 400 && matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
