/**
 * The wire: identifiers, requests, answers and errors as records, with their JSON. What differs between the two dialects
 * is a {@link dev.keywright.protocol.Dialect}. Knows nothing of HTTP, storage, time or randomness.
 */
@NullMarked
package dev.keywright.protocol;

import org.jspecify.annotations.NullMarked;
