package dev.keywright.server.web;

import dev.keywright.server.http.Answer;

/** The frame of every page: no script, one stylesheet of our own, in no other site's frame. */
final class Page {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private Page() {}

    /** A page; {@code content} is HTML, everything in it escaped. */
    static Answer of(int status, String title, String content) {
        return Answer.html(status, """
                        <!doctype html>
                        <html lang="en">
                        <head>
                          <meta charset="utf-8">
                          <meta name="viewport" content="width=device-width, initial-scale=1">
                          <title>%s</title>
                          <link rel="stylesheet" href="%s">
                        </head>
                        <body>
                          <main>
                            %s
                          </main>
                          <footer>Keywright</footer>
                        </body>
                        </html>
                        """.formatted(Html.escape(title), StylesheetEndpoint.PATH, content))
                .with("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "same-origin")
                .with("Cache-Control", "no-store");
    }
}
