/** How files and folders are made that are nobody else's business. */
@NullMarked
package dev.keywright.server.files;

import org.jspecify.annotations.NullMarked;
