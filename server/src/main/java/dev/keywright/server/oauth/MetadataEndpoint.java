package dev.keywright.server.oauth;

import dev.keywright.protocol.AuthorizationServerMetadata;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireErrors;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Request;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /.well-known/oauth-authorization-server} (RFC 8414): what the server enforces, as clients discover it. */
public final class MetadataEndpoint implements ApiEndpoint {
    private static final List<String> LISTS = List.of(
            "response_types_supported",
            "response_modes_supported",
            "grant_types_supported",
            "code_challenge_methods_supported",
            "token_endpoint_auth_methods_supported",
            "introspection_endpoint_auth_methods_supported",
            "revocation_endpoint_auth_methods_supported");

    private final AuthorizationServerMetadata metadata;

    /** The endpoint for one issuer. */
    public MetadataEndpoint(AuthorizationServerMetadata metadata) {
        this.metadata = metadata;
    }

    @Override
    public Operation operation(String method) {
        Member[] members = Stream.of(
                        Stream.of(Member.required("issuer", Schema.text("uri"))),
                        metadata.endpoints().keySet().stream().map(name -> Member.required(name, Schema.text("uri"))),
                        LISTS.stream().map(name -> Member.required(name, Schema.listOf(Schema.text()))),
                        Stream.of(
                                Member.required("authorization_response_iss_parameter_supported", Schema.truth(true)),
                                WireErrors.requestId()))
                .flatMap(some -> some)
                .toArray(Member[]::new);
        return Operation.of(Subject.OAUTH, "Authorization server metadata", "What clients discover (RFC 8414).")
                .answering(
                        Reply.json(200, "The metadata.", Schema.object(members).named("Metadata")));
    }

    @Override
    public Answer answer(Request request) {
        return Answer.ok(request, metadata);
    }
}
