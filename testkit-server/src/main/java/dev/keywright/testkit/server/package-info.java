/**
 * Runs emulators inside the JVM of the tests, for the testkit, which finds it at run time: tests need not have the server
 * on the class path that they are compiled with. It knows how a server is started, and nothing of JUnit.
 */
@NullMarked
package dev.keywright.testkit.server;

import org.jspecify.annotations.NullMarked;
