/**
 * An authorization request checked, a person's answer checked, a code made: one path for the page, for headless and
 * for automatic approval. Knows nothing of HTTP.
 */
@NullMarked
package dev.keywright.server.consent;

import org.jspecify.annotations.NullMarked;
