/** How figures are shown: a table, the machine it was measured on, and the block in the README that holds both. */
@NullMarked
package dev.keywright.bench.report;

import org.jspecify.annotations.NullMarked;
