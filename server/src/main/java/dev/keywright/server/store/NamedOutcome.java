package dev.keywright.server.store;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a decision came to.
 *
 * @param named the authorization as the decision left it or later, with what it names; empty when there is none. Asked for
 *     only by those who answer with it
 */
public record NamedOutcome<O>(O outcome, Supplier<Optional<NamedGrant>> named) {}
