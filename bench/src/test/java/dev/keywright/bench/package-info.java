/** Tests of the command line of the benchmarks. */
@NullMarked
package dev.keywright.bench;

import org.jspecify.annotations.NullMarked;
