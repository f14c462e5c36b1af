package dev.keywright.protocol;

/** In which order a search gives what it finds. */
public enum SearchOrder {
    /** Titles that begin with the text first; without a text, the last edited first. */
    RELEVANCE,
    /** By when it was last edited, the oldest first. */
    EDITED_ASCENDING,
    /** By when it was last edited, the newest first. */
    EDITED_DESCENDING
}
