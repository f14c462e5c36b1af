/**
 * What happened that matters, as typed events that name an authorization by its ref and carry no secret, and where
 * they go. Knows nothing of HTTP.
 */
@NullMarked
package dev.keywright.server.audit;

import org.jspecify.annotations.NullMarked;
