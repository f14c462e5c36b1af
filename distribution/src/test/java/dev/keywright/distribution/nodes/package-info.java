/**
 * The proof that several nodes on PostgreSQL lose nothing when anything dies: nodes, database and network that can be
 * broken, apps and people who write down what they were answered, and a judge of what they wrote.
 */
@NullMarked
package dev.keywright.distribution.nodes;

import org.jspecify.annotations.NullMarked;
