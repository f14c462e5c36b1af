/**
 * The command line: it turns flags into settings, says on standard output when the server is ready, and stops it when
 * the process is asked to end. Knows nothing of what it starts, which is a {@link dev.keywright.server.cli.Launcher}.
 */
@NullMarked
package dev.keywright.server.cli;

import org.jspecify.annotations.NullMarked;
