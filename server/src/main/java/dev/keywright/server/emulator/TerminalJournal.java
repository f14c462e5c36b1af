package dev.keywright.server.emulator;

import dev.keywright.protocol.Clip;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Journal;
import dev.keywright.server.http.Outcome;
import dev.keywright.server.http.Request;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line on the terminal for every refused request under {@code /v1}: what was wrong and what would have been right. What
 * was accepted but would not be elsewhere gets a line too.
 */
public final class TerminalJournal implements Journal {
    private static final Pattern ERROR = Pattern.compile("\"(?:error|code)\":\"([a-z_]+)\"");
    private static final int LINE = 900;

    private final PrintStream terminal;

    /** Prints to a terminal. */
    public TerminalJournal(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void record(Request request, Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered(Answer answer) -> record(request, answer);
            case Outcome.Dropped(String why) ->
                terminal.println("dropped " + Clip.name(request.method()) + " " + Clip.text(request.path(), 100) + " "
                        + Clip.text(why, LINE));
        }
    }

    private void record(Request request, Answer answer) {
        if (answer.explanation().isPresent() && request.path().startsWith("/v1/")) {
            String error = error(answer).map(code -> code + ": ").orElse("");
            String word = answer.status() == 200 ? "note " : "refused ";
            terminal.println(word + Clip.name(request.method()) + " " + Clip.text(request.path(), 100) + " ("
                    + answer.status() + ") " + error
                    + Clip.text(answer.explanation().get(), LINE));
        }
    }

    private static Optional<String> error(Answer answer) {
        Matcher matcher = ERROR.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        return answer.status() >= 400 && matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
