/** What people run: the main class, logging and the flags of the JVM. It knows the server as a library. */
@NullMarked
package dev.keywright.distribution;

import org.jspecify.annotations.NullMarked;
