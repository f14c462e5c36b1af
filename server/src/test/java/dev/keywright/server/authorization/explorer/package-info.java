/**
 * Walks every interleaving of two clients, two nodes and one authorization, with the real decisions, and checks after
 * each step what must always hold. Knows the core and nothing else; what it assumes of a store is the compare-and-set on
 * the row's version.
 */
@NullMarked
package dev.keywright.server.authorization.explorer;

import org.jspecify.annotations.NullMarked;
