package dev.keywright.server.oauth;

import dev.keywright.protocol.AuthorizationServerMetadata;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;

/** {@code GET /.well-known/oauth-authorization-server} (RFC 8414): what the server enforces, as clients discover it. */
public final class MetadataEndpoint implements Endpoint {
    private final AuthorizationServerMetadata metadata;

    /** The endpoint for one issuer. */
    public MetadataEndpoint(AuthorizationServerMetadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public Answer answer(Request request) {
        return Answer.ok(request, metadata);
    }
}
