/** Tests of the room {@code traffic}. */
@NullMarked
package dev.keywright.bench.traffic;

import org.jspecify.annotations.NullMarked;
