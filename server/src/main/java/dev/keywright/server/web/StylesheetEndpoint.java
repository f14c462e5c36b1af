package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The one stylesheet of all pages. */
public final class StylesheetEndpoint implements Endpoint {
    /** Where it is. */
    public static final String PATH = "/assets/keywright.css";

    private final byte[] stylesheet;

    /** Reads the stylesheet from beside this class. */
    public StylesheetEndpoint() {
        try (InputStream resource = StylesheetEndpoint.class.getResourceAsStream("keywright.css")) {
            if (resource == null) {
                throw new IllegalStateException("keywright.css is missing from the jar");
            }
            stylesheet = resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answer answer(Request request) {
        return new Answer(
                200,
                Optional.of("text/css; charset=utf-8"),
                stylesheet,
                List.of(new Answer.Header("Cache-Control", "max-age=3600")),
                Optional.empty());
    }
}
