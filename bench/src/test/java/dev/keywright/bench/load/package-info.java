/** Tests of the room {@code load}. */
@NullMarked
package dev.keywright.bench.load;

import org.jspecify.annotations.NullMarked;
