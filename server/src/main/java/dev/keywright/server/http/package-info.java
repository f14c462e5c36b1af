/**
 * What every endpoint shares: the route table, request ids, limits, reading bodies, rendering answers, the journal's
 * port. Knows the protocol, and no endpoint by name.
 */
@NullMarked
package dev.keywright.server.http;

import org.jspecify.annotations.NullMarked;
