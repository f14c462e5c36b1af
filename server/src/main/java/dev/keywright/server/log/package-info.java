/**
 * How lines are written that an operator reads afterwards: JSON objects, one a line; gathered for a moment and passed on in
 * one piece; in files that may be moved away meanwhile. Knows nothing of what the lines say.
 */
@NullMarked
package dev.keywright.server.log;

import org.jspecify.annotations.NullMarked;
