package dev.keywright.server.authorization;

import java.time.Instant;

/** Over: no token of it is honoured again. */
public record Ended(EndReason why, Instant at) implements State {}
