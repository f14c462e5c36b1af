package dev.keywright.bench.seed;

/**
 * How much there is.
 *
 * @param authorizations live ones, each of a bot of its own as long as there are people and workspaces enough
 * @param people who allowed them
 * @param codes that can still be exchanged, each for a new bot
 * @param pages of the first workspace, all shared with every bot
 */
public record SeedSize(int authorizations, int people, int codes, int pages) {
    private static final int SOME_PAGES = 1000;

    /** With some pages, as many as anybody asks for by id. */
    public SeedSize(int authorizations, int people, int codes) {
        this(authorizations, people, codes, SOME_PAGES);
    }
}
