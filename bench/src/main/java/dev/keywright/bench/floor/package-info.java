/**
 * The floor: the bare web server, asked the same and answering the same, with nothing in between. What the server costs
 * beyond it is Keywright's own doing.
 */
@NullMarked
package dev.keywright.bench.floor;

import org.jspecify.annotations.NullMarked;
