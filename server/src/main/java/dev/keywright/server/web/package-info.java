/**
 * Pages that a person sees, rendered on the server.
 */
@NullMarked
package dev.keywright.server.web;

import org.jspecify.annotations.NullMarked;
