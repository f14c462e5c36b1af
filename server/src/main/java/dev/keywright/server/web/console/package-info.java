/**
 * The developer console: pages on which people register connections, change them, make secrets and tokens, and delete them.
 * Only who registered a connection, or an admin, learns that it is there. What a field must be is the connection room's to
 * say.
 */
@NullMarked
package dev.keywright.server.web.console;

import org.jspecify.annotations.NullMarked;
