package dev.keywright.server.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A connection's own view of itself: what its developer put into its configuration. */
record App(String id, String secret, String redirectUri) {
    /** The built-in world's first connection: several redirect URIs, every capability. */
    static final App EXAMPLE = new App(
            "463558a3-725e-4f37-b6d3-0889894f68de",
            "secret_for_tests_only_0123456789abcdef",
            "http://localhost:3000/auth/callback");

    /** The second: one redirect URI, reads content, sees no email. */
    static final App REPORTS = new App(
            "bafe9bd1-20c5-4152-9127-c47089bf36a2",
            "secret_for_tests_only_d6e2aad4ebbd0c6d",
            "http://localhost:4000/callback");

    /** The third: has a template. */
    static final App NOTES = new App(
            "475d779c-2396-4c52-a970-e819ae6f8f35",
            "secret_for_tests_only_d393c5f96e75c454",
            "http://localhost:5000/oauth/callback");

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
