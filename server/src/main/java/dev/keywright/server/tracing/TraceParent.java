package dev.keywright.server.tracing;

import dev.keywright.server.http.Request;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/** Lets the library see one header of a request: {@code traceparent}. */
final class TraceParent implements TextMapGetter<Request> {
    private static final String NAME = "traceparent";

    @Override
    public @Nullable String get(@Nullable Request request, String name) {
        return request != null && name.equals(NAME) ? request.header(NAME).orElse(null) : null;
    }
}
