/**
 * What a measured server finds when it starts: a data folder with people, workspaces, authorizations and codes, and the key
 * that the driver computes tokens with. Knows the store and its tables, and nothing of loads and figures.
 */
@NullMarked
package dev.keywright.bench.seed;

import org.jspecify.annotations.NullMarked;
