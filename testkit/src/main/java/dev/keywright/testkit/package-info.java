/**
 * A JUnit extension that gives a test its own emulator. It knows the command line of the emulator and its control
 * endpoints, and nothing of the server's classes. Nothing is here yet but the room.
 */
@NullMarked
package dev.keywright.testkit;

import org.jspecify.annotations.NullMarked;
