package dev.keywright.server.store;

import dev.keywright.protocol.PersonId;
import java.time.Instant;

/**
 * A person's stay, from sign-in to sign-out, in one browser.
 *
 * @param id the hash of what the browser has
 * @param lastSeenAt when the person was last here, to within what is worth a write
 */
public record Session(SecretHash id, PersonId person, Instant startedAt, Instant lastSeenAt) {}
