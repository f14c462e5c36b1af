/**
 * YAML documents as trees in which every part knows its place, so that a complaint can name file, line and field and
 * say what would be right. Knows nothing of what the documents mean.
 */
@NullMarked
package dev.keywright.server.document;

import org.jspecify.annotations.NullMarked;
