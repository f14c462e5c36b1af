/**
 * Where the MAC keys are kept: a file of its own, never in the database and never in the data folder. Knows the core's key
 * ring and nothing else.
 */
@NullMarked
package dev.keywright.server.keys;

import org.jspecify.annotations.NullMarked;
