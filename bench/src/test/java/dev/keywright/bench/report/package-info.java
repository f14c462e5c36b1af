/** Tests of the room {@code report}. */
@NullMarked
package dev.keywright.bench.report;

import org.jspecify.annotations.NullMarked;
