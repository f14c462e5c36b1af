package dev.keywright.server.http;

import dev.keywright.protocol.ParameterReader;
import java.util.List;
import java.util.Optional;

/**
 * A request, as endpoints see it.
 *
 * @param id the {@code request_id} of its answer
 * @param path the path as it was sent, without one trailing slash
 * @param query what follows the question mark, undecoded; empty when nothing does
 * @param body at most {@link Limits#BODY} bytes
 */
public record Request(String id, String method, String path, String query, Headers headers, byte[] body) {
    /** The headers of a request. */
    public interface Headers {
        /** Every value of this header, in order; the name in any case. */
        List<String> all(String name);
    }

    /** The value of a header that may come once; empty when it is absent. A repeated one is its first value. */
    public Optional<String> header(String name) {
        return headers.all(name).stream().findFirst();
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
