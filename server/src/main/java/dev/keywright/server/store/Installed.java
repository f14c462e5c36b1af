package dev.keywright.server.store;

import dev.keywright.server.authorization.Bot;
import java.time.Instant;

/**
 * An installation as it stands.
 *
 * @param bot who acts, and what it may do and see
 * @param since when the oldest of its live authorizations was allowed
 * @param lastUsed when one of its tokens was issued or opened something last, to within an hour
 * @param authorizations how many are live
 */
public record Installed(Bot bot, Instant since, Instant lastUsed, int authorizations) {}
