/**
 * What every SQL engine behind the port has in common: the statements, how values stand in columns, and the operations that
 * are no more than statements in one transaction. It speaks the SQL that SQLite and PostgreSQL both take, and knows no
 * driver, no thread and no cache: how a transaction is run is the engine's.
 */
@NullMarked
package dev.keywright.server.store.sql;

import org.jspecify.annotations.NullMarked;
