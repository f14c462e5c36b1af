/**
 * What the API says of itself: the description of one operation, which lies beside its endpoint, and the documents made of
 * all of them. Knows no endpoint by name, and nothing of HTTP but its words.
 */
@NullMarked
package dev.keywright.server.description;

import org.jspecify.annotations.NullMarked;
