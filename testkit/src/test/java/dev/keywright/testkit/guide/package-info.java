/**
 * The code of docs/java-testing.md: its blocks are the parts between the markers, line for line, and JUnit runs them. It
 * knows no more of the testkit than a test of somebody's app does.
 */
@NullMarked
package dev.keywright.testkit.guide;

import org.jspecify.annotations.NullMarked;
