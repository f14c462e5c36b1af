/**
 * The server's certificate and its private key: read from files, checked, and read again when the files change. Knows
 * nothing of HTTP, and no other room.
 */
@NullMarked
package dev.keywright.server.tls;

import org.jspecify.annotations.NullMarked;
