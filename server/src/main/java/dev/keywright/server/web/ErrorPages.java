package dev.keywright.server.web;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.consent.CheckedRequest;
import dev.keywright.server.http.Answer;
import java.util.stream.Collectors;

/** The page a person sees when an authorization request names nothing that could be trusted with a redirect. */
public final class ErrorPages {
    private final boolean showsRegistered;

    /** Pages; {@code showsRegistered} says what is registered, which only the emulator tells. */
    public ErrorPages(boolean showsRegistered) {
        this.showsRegistered = showsRegistered;
    }

    /** The page, status 400. */
    public Answer show(CheckedRequest.NoRedirect problem) {
        String registered =
                showsRegistered ? problem.known().map(ErrorPages::registered).orElse("") : "";
        return Page.of(400, "Something went wrong", """
                <h1>Something went wrong</h1>
                <p class="problem">Missing or invalid %1$s.</p>
                <p>%2$s.</p>
                %3$s
                <p class="advice">The app that sent you here made a mistake in its link. Nothing was shared with it. If this is
                your app, correct <code>%1$s</code> in the authorization URL; otherwise go back and tell its developer.</p>
                """.formatted(
                        Html.escape(problem.field()), Html.escape(problem.problem()), registered));
    }

    private static String registered(Connection connection) {
        return connection.redirectUris().stream()
                .map(uri -> "<li><code>" + Html.escape(uri) + "</code></li>")
                .collect(Collectors.joining(
                        "\n", "<p>Registered for " + Html.escape(connection.name()) + ":</p>\n<ul>\n", "\n</ul>"));
    }
}
