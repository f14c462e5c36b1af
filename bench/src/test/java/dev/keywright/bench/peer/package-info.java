/** Tests of the room {@code peer}. */
@NullMarked
package dev.keywright.bench.peer;

import org.jspecify.annotations.NullMarked;
