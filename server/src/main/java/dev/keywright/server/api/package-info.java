/**
 * The REST endpoints that a token opens, one class each, and bearer authentication; and the endpoint that tells a proxy
 * whether a token opens anything.
 */
@NullMarked
package dev.keywright.server.api;

import org.jspecify.annotations.NullMarked;
