/**
 * What is counted for Prometheus, and the page that shows it. Labels have values that the server itself chose, of which there
 * are few: never a path, an id, an address or anything else that a request brought.
 */
@NullMarked
package dev.keywright.server.metrics;

import org.jspecify.annotations.NullMarked;
