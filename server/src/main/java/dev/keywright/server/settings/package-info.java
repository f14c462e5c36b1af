/**
 * One typed record of settings, and where each of them came from: flag, environment, file or default. One catalogue
 * declares them all. Refuses what is unknown, malformed or unsafe; knows nothing of what the settings are used for.
 */
@NullMarked
package dev.keywright.server.settings;

import org.jspecify.annotations.NullMarked;
