package dev.keywright.server.http;

/** Who counts requests as they come and go. Must be quick, and must not fail. */
public interface Traffic {
    /** Nobody counts. */
    Traffic UNCOUNTED = request -> outcome -> {};

    /** A request is about to be answered; what is given back is told what became of it. */
    Passage begins(Request request);

    /** One request on its way. */
    interface Passage {
        /** This became of it; said once. */
        void ends(Outcome outcome);
    }
}
