/**
 * The endpoints under /v1/oauth, one class each, and client authentication: of connections, and where tokens are
 * introspected of resource servers too.
 */
@NullMarked
package dev.keywright.server.oauth;

import org.jspecify.annotations.NullMarked;
