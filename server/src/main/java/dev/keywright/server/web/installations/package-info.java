/**
 * "My connections": what a person installed, the pages that each sees, and the end of it. Everything here is of the person
 * who is signed in; what is of others is not there.
 */
@NullMarked
package dev.keywright.server.web.installations;

import org.jspecify.annotations.NullMarked;
