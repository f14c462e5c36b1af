/**
 * The port on embedded SQLite: one writer that commits many operations at once, few readers, and a cache of hot rows
 * that is exact because this process is the only writer.
 */
@NullMarked
package dev.keywright.server.store.sqlite;

import org.jspecify.annotations.NullMarked;
