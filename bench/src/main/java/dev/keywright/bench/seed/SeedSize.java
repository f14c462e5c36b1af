package dev.keywright.bench.seed;

/**
 * How much there is.
 *
 * @param authorizations live ones, each of a bot of its own as long as there are people and workspaces enough
 * @param people who allowed them
 * @param codes that can still be exchanged, each for a new bot
 */
public record SeedSize(int authorizations, int people, int codes) {}
