package dev.keywright.server.oauth;

import dev.keywright.protocol.Dialect;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireErrors;

/** The form of {@link dev.keywright.protocol.IntrospectionResponse}. */
final class IntrospectionSchema {
    private static final Member SCOPE =
            Member.required("scope", Schema.text().meaning("What the token may do: names separated by spaces."));

    private IntrospectionSchema() {}

    static Operation operation(Dialect dialect) {
        Schema answer = Schema.anyOf(
                        dialect.detailedIntrospection() ? inDetail() : active(),
                        Schema.object(Member.required("active", Schema.truth(false)), WireErrors.requestId()))
                .named("IntrospectionResponse");
        return Operation.of(
                        Subject.OAUTH,
                        "Says whether a token is good",
                        "A connection may ask about its own tokens, a resource server about any access token.")
                .answering(Reply.json(200, "Whether it is, and nothing more of one that is not.", answer));
    }

    private static Schema active() {
        return Schema.object(
                Member.required("active", Schema.truth(true)),
                SCOPE,
                Member.required("iat", Schema.wholeNumber().meaning("When it was issued, in milliseconds.")),
                WireErrors.requestId());
    }

    private static Schema inDetail() {
        return Schema.object(
                Member.required("active", Schema.truth(true)),
                SCOPE,
                Member.required("iat", Schema.wholeNumber().meaning("When it was issued, in seconds.")),
                Member.required("client_id", Schema.text("uuid")),
                Member.required("token_type", Schema.oneOf("bearer")),
                Member.optional("exp", Schema.wholeNumber().meaning("When it ends, in seconds; if it does.")),
                Member.required("sub", Schema.text("uuid").meaning("The bot that it acts as.")),
                Member.required("workspace_id", Schema.text("uuid")),
                WireErrors.requestId());
    }
}
