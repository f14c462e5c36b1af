/**
 * The load driver: one thread, non-blocking sockets, hand-made HTTP/1.1, because it shares the machine's cores with the
 * server it measures. Knows connections, answers and times; what is said on a connection is a {@link
 * dev.keywright.bench.load.Conversation} and none of its business.
 */
@NullMarked
package dev.keywright.bench.load;

import org.jspecify.annotations.NullMarked;
