package dev.keywright.server.http;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.OAuthError;
import dev.keywright.protocol.WireBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An answer to a request.
 *
 * @param explanation why the request was refused, or what its sender should know although it was not: for journal and
 *     log, never for the client
 */
public record Answer(
        int status, Optional<String> contentType, byte[] body, List<Header> headers, Optional<String> explanation) {
    /** The content type of all JSON answers. */
    public static final String JSON = "application/json; charset=utf-8";

    /** A header of an answer. */
    public record Header(String name, String value) {}

    public Answer {
        headers = List.copyOf(headers);
    }

    /** 200 with a JSON object that ends with the request's id. */
    public static Answer ok(Request request, WireBody body) {
        return json(200, body.toJson(request.id()));
    }

    /** JSON that is written already. */
    public static Answer json(int status, byte[] body) {
        return new Answer(status, Optional.of(JSON), body, List.of(), Optional.empty());
    }

    /** A page. */
    public static Answer html(int status, String page) {
        return text(status, "text/html; charset=utf-8", page);
    }

    /** Plain text. */
    public static Answer text(int status, String text) {
        return text(status, "text/plain; charset=utf-8", text);
    }

    private static Answer text(int status, String contentType, String text) {
        return new Answer(
                status, Optional.of(contentType), text.getBytes(StandardCharsets.UTF_8), List.of(), Optional.empty());
    }

    /** 204: yes, and no more to say. */
    public static Answer noContent() {
        return new Answer(204, Optional.empty(), new byte[0], List.of(), Optional.empty());
    }

    /** 302 to another URL. */
    public static Answer redirect(String location) {
        return new Answer(
                302, Optional.empty(), new byte[0], List.of(new Header("Location", location)), Optional.empty());
    }

    /** 303: what a form did is done, and the browser shows another page. */
    public static Answer seeOther(String location) {
        return new Answer(
                303, Optional.empty(), new byte[0], List.of(new Header("Location", location)), Optional.empty());
    }

    /** An error of an OAuth endpoint. */
    public static Answer refused(Request request, OAuthError error, String explanation) {
        return json(error.code().status(), error.toJson(request.id())).because(explanation);
    }

    /** An error of a REST endpoint. */
    public static Answer refused(Request request, ApiError error, String explanation) {
        return json(error.status(), error.toJson(request.id())).because(explanation);
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
        return with(new Header(name, value));
    }

    /** This answer with more headers. */
    public Answer with(Header... more) {
        List<Header> all = new ArrayList<>(headers);
        Collections.addAll(all, more);
        return new Answer(status, contentType, body, all, explanation);
    }

    /** This answer with these headers too. */
    public Answer with(List<Header> more) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(more);
        return new Answer(status, contentType, body, all, explanation);
    }

    /** This answer with the reason for it, which only journal and log see. */
    public Answer because(String reason) {
        return new Answer(status, contentType, body, headers, Optional.of(reason));
    }
}
