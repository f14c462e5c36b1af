package dev.keywright.server.oauth;

import dev.keywright.protocol.Dialect;
import dev.keywright.server.description.Body;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Security;
import dev.keywright.server.description.WireErrors;

/** What {@link ClientEndpoint} adds to the description of what is done for a client. */
final class ClientUse {
    private ClientUse() {}

    static Operation described(Operation action, Dialect dialect) {
        Schema error = WireErrors.oauth(dialect.describesErrors());
        return withCredentials(action.by(Security.CLIENT), dialect)
                .otherwise(Schema.anyOf(error, WireErrors.api()))
                .answering(Reply.json(400, "Something that was sent is not as it should be.", error))
                .answering(Reply.json(401, "The client id and secret are not those of a client.", error)
                        .with("WWW-Authenticate", "How to authenticate (RFC 7617)."))
                .answering(Reply.json(429, "Too many from this address failed to authenticate.", WireErrors.api())
                        .with("Retry-After", "After how many seconds it is worth asking again."));
    }

    private static Operation withCredentials(Operation action, Dialect dialect) {
        return dialect.acceptsCredentialsInBody()
                ? action.body().map(body -> action.taking(credentialsIn(body))).orElse(action)
                : action;
    }

    private static Body credentialsIn(Body body) {
        return body.with(
                Member.optional(
                        "client_id", Schema.text("uuid").meaning("With client_secret, in place of the header.")),
                Member.optional("client_secret", Schema.text().meaning("In place of the Authorization header.")));
    }
}
