/** The emulator's journal: every request with its answer, why it was decided so, and which others belong to it. */
@NullMarked
package dev.keywright.server.emulator.journal;

import org.jspecify.annotations.NullMarked;
