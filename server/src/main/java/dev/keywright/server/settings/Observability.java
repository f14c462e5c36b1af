package dev.keywright.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an operator can read afterwards, and where; none of it under {@code emulate}, which has a journal.
 *
 * @param auditLog the file of audit events; absent: they are lines of the log
 * @param logFormat how the lines of the log are written
 * @param accessLog the file of requests; absent: there is none
 * @param otlpEndpoint scheme, host and port of a collector of traces; absent: there are none
 */
public record Observability(
        Optional<Path> auditLog, LogFormat logFormat, Optional<Path> accessLog, Optional<URI> otlpEndpoint) {}
