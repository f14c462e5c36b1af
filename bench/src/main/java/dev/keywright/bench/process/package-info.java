/** Servers as processes of their own: started, waited for until ready, weighed, stopped. */
@NullMarked
package dev.keywright.bench.process;

import org.jspecify.annotations.NullMarked;
