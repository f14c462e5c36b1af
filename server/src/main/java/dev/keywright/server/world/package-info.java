/**
 * The world file: people, workspaces, pages and connections that exist before the first request, read from YAML and
 * written back as YAML or JSON.
 */
@NullMarked
package dev.keywright.server.world;

import org.jspecify.annotations.NullMarked;
