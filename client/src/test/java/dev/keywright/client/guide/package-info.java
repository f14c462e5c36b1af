/**
 * The code of docs/java-client.md: its blocks are the parts between the markers, line for line, and the tests here run
 * them. It knows no more of the client than an app does.
 */
@NullMarked
package dev.keywright.client.guide;

import org.jspecify.annotations.NullMarked;
