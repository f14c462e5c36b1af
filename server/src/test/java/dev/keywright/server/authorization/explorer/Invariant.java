package dev.keywright.server.authorization.explorer;

/** What always holds (the invariants of ATTACKS.md), as far as pure decisions can break it. */
enum Invariant {
    I1(
            "outside the grace at most one refresh token is honoured; within it the previous one too, for the very same pair"),
    I2("a code leads to at most one authorization"),
    I3("nothing is honoured after revocation, disconnect or replay was answered"),
    I4("every honoured token goes back to one consent, and to the client it was given to"),
    I5("with lifetimes set, nothing is honoured past its end"),
    I6("no answer carries a token that is not committed"),
    I7("every decision comes to an outcome with a reason");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return name() + " (" + sentence + ")";
    }
}
