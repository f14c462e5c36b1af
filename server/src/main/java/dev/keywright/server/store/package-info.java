/**
 * The storage port: a few whole operations, each one transaction, none of them generic create-read-update-delete.
 * What may change an authorization is a decision of the core, which the store runs where the row cannot change under
 * it.
 */
@NullMarked
package dev.keywright.server.store;

import org.jspecify.annotations.NullMarked;
