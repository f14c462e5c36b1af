/**
 * What only the emulator has: its clock, its seeded randomness, its control endpoints and the lines that explain a
 * refusal. Absent from the production server.
 */
@NullMarked
package dev.keywright.server.emulator;

import org.jspecify.annotations.NullMarked;
