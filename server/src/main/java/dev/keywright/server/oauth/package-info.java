/**
 * The endpoints under /v1/oauth, one class each, and client authentication.
 */
@NullMarked
package dev.keywright.server.oauth;

import org.jspecify.annotations.NullMarked;
