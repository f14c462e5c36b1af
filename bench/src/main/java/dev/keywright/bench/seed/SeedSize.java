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
    private static final int SOME_PEOPLE = 1000;
    private static final int MANY_FOR_A_PERSON = 10;

    /**
     * As most figures have it: authorizations up to a thousand are of a person each, and where there are more one person has
     * up to ten. With as many pages as anybody asks for by id, and nothing ended.
     */
    public SeedSize(int authorizations, int codes) {
        this(
                authorizations,
                Math.max(Math.min(authorizations, SOME_PEOPLE), authorizations / MANY_FOR_A_PERSON),
                codes,
                SOME_PAGES,
                0);
    }

    /** The same, allowed by so many people. */
    public SeedSize ofPeople(int number) {
        return new SeedSize(authorizations, number, codes, pages, ended);
    }

    /** The same with so many pages. */
    public SeedSize withPages(int number) {
        return new SeedSize(authorizations, people, codes, number, ended);
    }

    /** The same, and beside it so many that ended. */
    public SeedSize andEnded(int number) {
        return new SeedSize(authorizations, people, codes, pages, number);
    }

    int installations() {
        return authorizations + codes + ended;
    }
}
