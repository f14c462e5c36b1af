/**
 * Benchmarks: which figures there are and how they are run. The rooms below know how a server is loaded, what is asked of
 * it, what it is compared with and how a figure is shown.
 */
@NullMarked
package dev.keywright.bench;

import org.jspecify.annotations.NullMarked;
