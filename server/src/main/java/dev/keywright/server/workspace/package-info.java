/**
 * People, workspaces and pages: who is a member where, and what a person can see and share. Pure: knows the protocol,
 * and nothing of storage, HTTP or connections.
 */
@NullMarked
package dev.keywright.server.workspace;

import org.jspecify.annotations.NullMarked;
