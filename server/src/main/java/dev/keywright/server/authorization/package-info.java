/**
 * The core: the life of one authorization as a state machine, and the tokens that name it. Decisions are pure functions
 * from the row as it is to a sealed outcome and the row as it shall be; time and randomness come in as arguments. Knows
 * the protocol and nothing of HTTP, storage or the other rooms.
 */
@NullMarked
package dev.keywright.server.authorization;

import org.jspecify.annotations.NullMarked;
