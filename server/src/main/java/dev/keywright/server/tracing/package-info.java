/**
 * Requests as spans of OpenTelemetry, sent to a collector. The one room that knows its library, of which nothing is loaded
 * unless a collector is named. Knows requests and their routes, and nothing of what endpoints do.
 */
@NullMarked
package dev.keywright.server.tracing;

import org.jspecify.annotations.NullMarked;
