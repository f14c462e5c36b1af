/**
 * Who a person is: sign-in, sessions, passwords, one-time links. Knows the store and nothing of pages; the room of the pages
 * shows the forms and asks here.
 */
@NullMarked
package dev.keywright.server.identity;

import org.jspecify.annotations.NullMarked;
