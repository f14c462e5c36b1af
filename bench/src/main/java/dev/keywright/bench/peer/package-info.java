/**
 * The other authorization servers that Keywright is compared with: where they are installed, how they are started, and which
 * measurements of all of them make the table. Knows their command lines and paths, and nothing of how a load is put on them.
 */
@NullMarked
package dev.keywright.bench.peer;

import org.jspecify.annotations.NullMarked;
