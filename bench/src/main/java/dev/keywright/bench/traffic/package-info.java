/**
 * What the driver says: the conversations of the token endpoint, introspection and {@code users/me}, those that the
 * standards have for any server, and the credentials and tokens they need. Knows the wire, and nothing of sockets and times.
 */
@NullMarked
package dev.keywright.bench.traffic;

import org.jspecify.annotations.NullMarked;
