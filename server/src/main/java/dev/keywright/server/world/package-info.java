/**
 * The world file: people, workspaces, pages and connections that exist before the first request, read from YAML and
 * written back as YAML or JSON. Knows the records that a world is made of, and nothing of how they are stored.
 */
@NullMarked
package dev.keywright.server.world;

import org.jspecify.annotations.NullMarked;
