/**
 * The port on PostgreSQL, for several nodes on one database. Nodes keep nothing that another needs, and nothing that
 * another could make wrong: what a node keeps in memory it brings up to date in the transaction that uses it. Knows no
 * extension: the statements are ones that YugabyteDB and CockroachDB document too.
 */
@NullMarked
package dev.keywright.server.store.postgres;

import org.jspecify.annotations.NullMarked;
