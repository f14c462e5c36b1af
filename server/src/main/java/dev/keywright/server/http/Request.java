package dev.keywright.server.http;

import dev.keywright.protocol.ParameterReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request, as endpoints see it.
 *
 * @param id the {@code request_id} of its answer
 * @param path the path as it was sent, without one trailing slash
 * @param query what follows the question mark, undecoded; empty when nothing does
 * @param body at most {@link Limits#BODY} bytes
 * @param peer the address of its sender: the other end of the connection, or whom a trusted proxy there names
 * @param captured what stands in the path where the route's pattern has a name in braces
 */
public record Request(
        String id,
        String method,
        String path,
        String query,
        Headers headers,
        byte[] body,
        String peer,
        Map<String, String> captured) {
    public Request {
        captured = Map.copyOf(captured);
    }

    /** A request as it arrived, before a route was found. */
    public Request(String id, String method, String path, String query, Headers headers, byte[] body, String peer) {
        this(id, method, path, query, headers, body, peer, Map.of());
    }

    /** The headers of a request. */
    public interface Headers {
        /** Every value of this header, in order; the name in any case. */
        List<String> all(String name);
    }

    /** The value of a header that may come once; empty when it is absent. A repeated one is its first value. */
    public Optional<String> header(String name) {
        return headers.all(name).stream().findFirst();
    }

    /** This request, with what its path has in the places that the route's pattern names. */
    Request withCaptured(Map<String, String> values) {
        return new Request(id, method, path, query, headers, body, peer, values);
    }

    /** What the path has in a place that the route's pattern names, undecoded; throws when the pattern has no such name. */
    public String captured(String name) {
        return Optional.ofNullable(captured.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the route has no {" + name + "}"));
    }

    /** The value of a cookie; the first when the name comes more than once (RFC 6265 §5.4). */
    public Optional<String> cookie(String name) {
        return headers.all("cookie").stream()
                .flatMap(header -> Stream.of(header.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** The body's parameters, JSON or form as its content type says. */
    public ParameterReader.Read parameters() {
        return ParameterReader.read(header("content-type"), body);
    }

    /** The query's parameters. */
    public ParameterReader.Read queryParameters() {
        return ParameterReader.form(query);
    }

    /** Shows neither query nor body: both may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path + " " + id;
    }
}
