package dev.keywright.server.description;

/** What operations are about, in the order in which documents have them. */
public enum Subject {
    OAUTH("OAuth", "An app gets, checks and gives back tokens. It authenticates with its own client id and secret."),
    API("API", "What a token opens: who it acts as, and what was shared with it."),
    GUARD("Guard", "Tells a proxy whether a request may pass."),
    OPERATION("Operation", "Whether the server is well, and what it says of itself."),
    CONTROL(
            "Emulator",
            "Controls of the emulator: they play people, move time, and have requests fail. Production has none of them.");

    private final String title;
    private final String sentence;

    Subject(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    /** Its heading. */
    String title() {
        return title;
    }

    /** What belongs to it. */
    String sentence() {
        return sentence;
    }
}
