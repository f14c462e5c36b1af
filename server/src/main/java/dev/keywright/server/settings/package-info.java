/**
 * One typed record of settings, and where each of them came from: flag, environment, file or default.
 */
@NullMarked
package dev.keywright.server.settings;

import org.jspecify.annotations.NullMarked;
