/**
 * Pages that a person sees, rendered on the server from templates. Knows people, sessions and consents, and nothing of the
 * endpoints that programs call.
 */
@NullMarked
package dev.keywright.server.web;

import org.jspecify.annotations.NullMarked;
