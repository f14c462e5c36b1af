package dev.keywright.server.http;

/** Where every request goes with what became of it: the emulator's journal, or nowhere. */
public interface Journal {
    /** Takes note. Must be quick, must not fail, and must not keep a secret in clear. */
    void record(Request request, Outcome outcome);

    /** This journal and another: both take note. */
    default Journal and(Journal other) {
        return (request, outcome) -> {
            record(request, outcome);
            other.record(request, outcome);
        };
    }
}
