/**
 * The server as its clients meet it: real requests over real connections to a server in this process, and no knowledge of
 * what is behind them.
 */
@NullMarked
package dev.keywright.server.wire;

import org.jspecify.annotations.NullMarked;
