/**
 * The REST endpoints that a token opens, one class each, and bearer authentication.
 */
@NullMarked
package dev.keywright.server.api;

import org.jspecify.annotations.NullMarked;
