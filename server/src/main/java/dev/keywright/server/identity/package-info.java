/**
 * Sign-in, sessions and passwords. Nothing is here yet: the pages that need it come with their own room.
 */
@NullMarked
package dev.keywright.server.identity;

import org.jspecify.annotations.NullMarked;
