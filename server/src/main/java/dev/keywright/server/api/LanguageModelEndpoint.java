package dev.keywright.server.api;

import dev.keywright.protocol.Dialect;
import dev.keywright.server.description.LanguageModelText;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Request;
import dev.keywright.server.http.Routes;
import dev.keywright.server.packaged.Version;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code GET /llms.txt}: what this server is and where to go on, for language models (llmstxt.org). */
public final class LanguageModelEndpoint implements ApiEndpoint {
    private final Routes routes;
    private final String publicUrl;
    private final Dialect dialect;
    private final Written written = new Written();

    /** The endpoint that tells of these routes, those included that are added before the first request. */
    public LanguageModelEndpoint(Routes routes, String publicUrl, Dialect dialect) {
        this.routes = routes;
        this.publicUrl = publicUrl;
        this.dialect = dialect;
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(
                        Subject.OPERATION, "This server, for language models", "Plain text in the form of llmstxt.org.")
                .answering(Reply.empty(200, "The text.").or("text/plain", Schema.text()));
    }

    @Override
    public Answer answer(Request request) {
        return Answer.text(200, new String(written.by(this::text), StandardCharsets.UTF_8));
    }

    private byte[] text() {
        String spoken = dialect.name().toLowerCase(Locale.ROOT);
        return new LanguageModelText(publicUrl, Version.text(), spoken)
                .of(routes.described())
                .getBytes(StandardCharsets.UTF_8);
    }
}
