package dev.keywright.server.settings;

import java.nio.file.Path;

/** The certificate with which the server speaks TLS, and its key: one is nothing without the other. */
public record TlsFiles(Path certificate, Path privateKey) {}
