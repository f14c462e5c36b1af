package dev.keywright.bench.seed;

/**
 * How much there is.
 *
 * @param authorizations live ones, each of a bot of its own as long as there are people and workspaces enough
 * @param people who allowed them
 * @param codes that can still be exchanged, each for a new bot
 * @param pages of the first workspace, all shared with every bot
 * @param ended authorizations beside the live ones that ended so long ago that nobody needs them any more
 */
public record SeedSize(int authorizations, int people, int codes, int pages, int ended) {
    private static final int SOME_PAGES = 1000;

    /** With some pages, as many as anybody asks for by id, and nothing ended. */
    public SeedSize(int authorizations, int people, int codes) {
        this(authorizations, people, codes, SOME_PAGES);
    }

    /** With nothing ended. */
    public SeedSize(int authorizations, int people, int codes, int pages) {
        this(authorizations, people, codes, pages, 0);
    }

    /** The same, and beside it so many that ended. */
    public SeedSize andEnded(int number) {
        return new SeedSize(authorizations, people, codes, pages, number);
    }

    int installations() {
        return authorizations + codes + ended;
    }
}
