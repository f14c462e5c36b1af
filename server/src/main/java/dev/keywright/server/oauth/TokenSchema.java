package dev.keywright.server.oauth;

import dev.keywright.server.description.Body;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireErrors;
import dev.keywright.server.description.WireUsers;

/** The forms of {@link dev.keywright.protocol.TokenRequest} and {@link dev.keywright.protocol.TokenResponse}. */
final class TokenSchema {
    private TokenSchema() {}

    static Operation operation() {
        return Operation.of(
                        Subject.OAUTH,
                        "Exchanges a code, or refreshes",
                        "A code becomes a pair of tokens, once. A refresh token becomes the next pair; sent again within a"
                                + " minute it becomes the same pair again.")
                .taking(asked())
                .answering(Reply.json(200, "The pair, and whose it is.", issued()));
    }

    private static Body asked() {
        Schema account = Schema.object(Member.required("key", Schema.text()), Member.required("name", Schema.text()));
        return Body.jsonOrForm(
                Member.required("grant_type", Schema.oneOf("authorization_code", "refresh_token")),
                Member.optional("code", Schema.text().meaning("To exchange: the code of the redirect.")),
                Member.optional(
                        "redirect_uri", Schema.text().meaning("To exchange: as it was sent at authorize, if it was.")),
                Member.optional("code_verifier", Schema.text().meaning("To exchange, with PKCE (RFC 7636).")),
                Member.optional(
                        "external_account", account.meaning("To exchange: who the person is to the app. JSON only.")),
                Member.optional("refresh_token", Schema.text().meaning("To refresh: that of the last pair.")));
    }

    private static Schema issued() {
        return Schema.object(
                        Member.required("access_token", Schema.text()),
                        Member.required("token_type", Schema.oneOf("bearer")),
                        Member.optional(
                                "expires_in",
                                Schema.wholeNumber().meaning("Seconds; only where access tokens have a lifetime.")),
                        Member.required(
                                "refresh_token",
                                Schema.text().orNull().meaning("Null for a connection that gets none.")),
                        Member.required("bot_id", Schema.text("uuid")),
                        Member.required("workspace_icon", Schema.text().orNull().meaning("A URL or an emoji.")),
                        Member.required("workspace_name", Schema.text().orNull()),
                        Member.required("workspace_id", Schema.text("uuid")),
                        Member.required("owner", WireUsers.owner()),
                        Member.required(
                                "duplicated_template_id",
                                Schema.text("uuid").orNull().meaning("The copy that this exchange made.")),
                        WireErrors.requestId())
                .named("TokenResponse");
    }
}
