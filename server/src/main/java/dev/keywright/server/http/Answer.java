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
 * @param events what follows the body, which is then empty, for as long as the client stays
 */
public record Answer(
        int status,
        Optional<String> contentType,
        byte[] body,
        List<Header> headers,
        Optional<Explanation> explanation,
        Optional<EventStream> events) {
    /** The content type of all JSON answers. */
    public static final String JSON = "application/json; charset=utf-8";

    /** A header of an answer. */
    public record Header(String name, String value) {}

    public Answer {
        headers = List.copyOf(headers);
    }

    /** An answer that is complete and needs no explanation. */
    public Answer(int status, Optional<String> contentType, byte[] body, List<Header> headers) {
        this(status, contentType, body, headers, Optional.empty(), Optional.empty());
    }

    /** 200 with a JSON object that ends with the request's id. */
    public static Answer ok(Request request, WireBody body) {
        return json(200, body.toJson(request.id()));
    }

    /** JSON that is written already. */
    public static Answer json(int status, byte[] body) {
        return new Answer(status, Optional.of(JSON), body, List.of());
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
        return new Answer(status, Optional.of(contentType), text.getBytes(StandardCharsets.UTF_8), List.of());
    }

    /** 204: yes, and no more to say. */
    public static Answer noContent() {
        return new Answer(204, Optional.empty(), new byte[0], List.of());
    }

    /** Server-sent events, as they come (HTML Living Standard §9.2). */
    public static Answer events(EventStream events) {
        return new Answer(
                200,
                Optional.of("text/event-stream"),
                new byte[0],
                List.of(new Header("Cache-Control", "no-store")),
                Optional.empty(),
                Optional.of(events));
    }

    /** 302 to another URL. */
    public static Answer redirect(String location) {
        return new Answer(302, Optional.empty(), new byte[0], List.of(new Header("Location", location)));
    }

    /** 303: what a form did is done, and the browser shows another page. */
    public static Answer seeOther(String location) {
        return new Answer(303, Optional.empty(), new byte[0], List.of(new Header("Location", location)));
    }

    /** An error of an OAuth endpoint. */
    public static Answer refused(Request request, OAuthError error, Explanation why) {
        return json(error.code().status(), error.toJson(request.id())).because(why);
    }

    /** An error of a REST endpoint. */
    public static Answer refused(Request request, ApiError error, String reason) {
        return json(error.status(), error.toJson(request.id())).because(reason);
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
        return with(new Header(name, value));
    }

    /** This answer with more headers. */
    public Answer with(Header... more) {
        List<Header> all = new ArrayList<>(headers);
        Collections.addAll(all, more);
        return new Answer(status, contentType, body, all, explanation, events);
    }

    /** This answer with these headers too. */
    public Answer with(List<Header> more) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(more);
        return new Answer(status, contentType, body, all, explanation, events);
    }

    /** This answer with the reason for it. */
    public Answer because(String reason) {
        return because(new Explanation(reason));
    }

    /** This answer with what explains it. */
    public Answer because(Explanation why) {
        return new Answer(status, contentType, body, headers, Optional.of(why), events);
    }
}
