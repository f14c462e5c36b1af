/** Tests of the room {@code floor}. */
@NullMarked
package dev.keywright.bench.floor;

import org.jspecify.annotations.NullMarked;
