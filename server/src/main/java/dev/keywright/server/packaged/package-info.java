/** What the server is packaged with beside its classes. */
@NullMarked
package dev.keywright.server.packaged;

import org.jspecify.annotations.NullMarked;
