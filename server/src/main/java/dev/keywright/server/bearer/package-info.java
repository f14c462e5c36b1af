/**
 * What a token that somebody presents is worth at this moment: one answer for every API, for introspection and for forward
 * authentication.
 */
@NullMarked
package dev.keywright.server.bearer;

import org.jspecify.annotations.NullMarked;
