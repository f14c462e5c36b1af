package dev.keywright.server.authorization;

/**
 * A pure function from a row as it is to an outcome and the row as it shall be. The store runs it where the row cannot
 * change under it, more than once if a race was lost.
 *
 * @param <O> the sealed outcome
 */
public interface Decision<O> {
    /** Decides on the row that the request names. */
    Verdict<O> decide(Authorization row);

    /** The outcome when there is no such row. */
    O unknown();
}
