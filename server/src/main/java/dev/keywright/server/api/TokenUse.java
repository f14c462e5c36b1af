package dev.keywright.server.api;

import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.NotionVersion;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Parameter;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Security;
import dev.keywright.server.description.WireErrors;

/** What {@link BearerAuthentication} adds to the description of an endpoint that it guards. */
final class TokenUse {
    private TokenUse() {}

    static Operation described(Operation guarded, Dialect dialect) {
        Reply unauthorized = error(401, "There is no token, or it is not good.");
        return guarded.by(Security.TOKEN)
                .taking(Parameter.header(
                        "Notion-Version", Schema.oneOf(NotionVersion.texts()), "Which version of the API is spoken."))
                .answering(error(400, "The version or something that was sent is not as it should be."))
                .answering(
                        dialect.challengesBearers()
                                ? unauthorized.with("WWW-Authenticate", "How to authenticate (RFC 6750).")
                                : unauthorized)
                .answering(error(429, "The connection asked too often in this workspace.")
                        .with("Retry-After", "After how many seconds it is worth asking again."));
    }

    /** The same where not every bot may ask. */
    static Operation lackingCapability(Operation described) {
        return described.answering(error(403, "The connection lacks the capability for this."));
    }

    private static Reply error(int status, String meaning) {
        return Reply.json(status, meaning, WireErrors.api());
    }
}
