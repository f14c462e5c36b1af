/** The composition root: settings in, a running server out. It alone knows every room, and no room knows it. */
@NullMarked
package dev.keywright.server;

import org.jspecify.annotations.NullMarked;
