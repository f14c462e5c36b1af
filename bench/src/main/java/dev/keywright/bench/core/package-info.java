/** JMH benchmarks of the core: what tokens and decisions cost without HTTP and without a store. */
@NullMarked
package dev.keywright.bench.core;

import org.jspecify.annotations.NullMarked;
