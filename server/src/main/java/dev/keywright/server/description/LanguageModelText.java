package dev.keywright.server.description;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API as a short text for language models, in the form of llmstxt.org. */
public final class LanguageModelText {
    private static final String OF_THE_EMULATOR = """
            - This is the emulator: `POST /emulator/authorize` plays the person and answers a code, `GET /emulator/world` has
              the client ids and secrets, and `GET /emulator/requests` says why a request was refused and what to change.
            """;

    private final String publicUrl;
    private final String version;
    private final String dialect;

    /** The text of a server that is reached at this URL, is of this version, and speaks this dialect. */
    public LanguageModelText(String publicUrl, String version, String dialect) {
        this.publicUrl = publicUrl;
        this.version = version;
        this.dialect = dialect;
    }

    /** The text that has these routes. */
    public String of(List<DescribedRoute> routes) {
        boolean emulates = routes.stream().anyMatch(route -> route.operation().subject() == Subject.CONTROL);
        return about()
                + (emulates ? OF_THE_EMULATOR : "")
                + documents()
                + Stream.of(Subject.values())
                        .map(subject -> section(subject, routes))
                        .collect(Collectors.joining());
    }

    private String about() {
        return """
            # Keywright

            > Keywright is a self-hosted OAuth 2.0 authorization server that speaks Notion's token API. A third-party app (a
            > connection) sends a person to the authorization URL, the person allows it to act in a workspace, and the app
            > exchanges a code for a token. This is version %s at %s; it speaks the dialect %s.

            - An app authenticates at `/v1/oauth/*` with HTTP Basic, client id and secret; bodies are JSON or forms.
            - With an access token it calls the API: `Authorization: Bearer`, and a header `Notion-Version`.
            - The official SDK, `@notionhq/client`, needs one option to talk to this server: `baseUrl: "%s"`.
            - Errors are JSON; those under `/v1/` have a `request_id`, by which the records of the server name the request.
            - The guides are the folder `docs` of the repository that this server was built from, and `docs/README.md` lists
              them; `keywright --help` has the command line.
            """.formatted(version, publicUrl, dialect, publicUrl);
    }

    private String documents() {
        return """

            ## Documentation

            - [OpenAPI](%s/openapi.json): every operation of this server with its parameters, bodies and answers
            """.formatted(publicUrl);
    }

    private String section(Subject subject, List<DescribedRoute> routes) {
        List<String> lines = routes.stream()
                .filter(route -> route.operation().subject() == subject)
                .map(this::line)
                .toList();
        return lines.isEmpty() ? "" : "\n## " + subject.title() + "\n\n" + String.join("", lines);
    }

    private String line(DescribedRoute route) {
        return "- [" + route.method() + " " + route.path() + "](" + publicUrl + route.path() + "): "
                + route.operation().summary() + ". " + route.operation().meaning() + "\n";
    }
}
