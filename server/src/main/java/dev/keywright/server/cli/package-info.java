/**
 * The command line: it turns flags into settings and says on standard output when the server is ready.
 */
@NullMarked
package dev.keywright.server.cli;

import org.jspecify.annotations.NullMarked;
