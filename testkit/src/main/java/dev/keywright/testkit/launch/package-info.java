/**
 * How an emulator comes to run: inside this JVM where that is Java 25 or later and a launcher is on the class path, and
 * else as a process of the unpacked program. It knows settings by their names and the ready line, and nothing of tests.
 */
@NullMarked
package dev.keywright.testkit.launch;

import org.jspecify.annotations.NullMarked;
