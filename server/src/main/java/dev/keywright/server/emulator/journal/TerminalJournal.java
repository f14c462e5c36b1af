package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.Clip;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Journal;
import dev.keywright.server.http.Outcome;
import dev.keywright.server.http.Request;
import java.io.PrintStream;

/**
 * One line on the terminal for every refused request under {@code /v1}: what was wrong and what would have been right. What
 * was accepted but would not be elsewhere gets a line too.
 */
public final class TerminalJournal implements Journal {
    private static final int LINE = 900;

    private final PrintStream terminal;

    /** Prints to a terminal. */
    public TerminalJournal(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void record(Request request, Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered(Answer answer) -> answered(request, answer);
            case Outcome.Faulted(Answer answer, String fault) ->
                print("faulted", request, "(" + answer.status() + ") " + fault);
            case Outcome.Dropped(String why) -> print("dropped", request, why);
        }
    }

    private void answered(Request request, Answer answer) {
        if (answer.explanation().isPresent() && request.path().startsWith("/v1/")) {
            String error = AnsweredError.of(answer).map(code -> code + ": ").orElse("");
            String word = answer.status() == 200 ? "note" : "refused";
            String why = answer.explanation().get().sentence();
            print(word, request, "(" + answer.status() + ") " + error + why);
        }
    }

    private void print(String word, Request request, String what) {
        terminal.println(word + " " + Clip.name(request.method()) + " " + Clip.text(request.path(), 100) + " "
                + Clip.text(what, LINE));
    }
}
