/**
 * A JUnit extension that gives a test its own emulator, and the handle by which the test controls it. It knows the
 * emulator's control endpoints and its settings, and nothing of the server's classes. What was wrong is said in one
 * sentence; what is secret prints as {@code ***}.
 */
@NullMarked
package dev.keywright.testkit;

import org.jspecify.annotations.NullMarked;
