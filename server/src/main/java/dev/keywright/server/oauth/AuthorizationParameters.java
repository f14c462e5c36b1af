package dev.keywright.server.oauth;

import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Parameter;
import dev.keywright.server.description.Schema;

/** The parameters of an authorization request (RFC 6749 §4.1.1). */
final class AuthorizationParameters {
    private AuthorizationParameters() {}

    static Operation in(Operation operation) {
        return operation
                .taking(Parameter.neededInQuery("client_id", Schema.text("uuid"), "The connection that asks."))
                .taking(Parameter.neededInQuery("response_type", Schema.oneOf("code"), "What is asked for."))
                .taking(Parameter.query(
                        "redirect_uri",
                        Schema.text(),
                        "Where the answer goes: a registered one, character by character. A connection with a single one may"
                                + " leave it out."))
                .taking(Parameter.query("owner", Schema.oneOf("user"), "For whom the bot acts."))
                .taking(Parameter.query("state", Schema.text(), "Comes back with the answer, as it was."))
                .taking(Parameter.query("code_challenge", Schema.text(), "PKCE (RFC 7636)."))
                .taking(Parameter.query("code_challenge_method", Schema.oneOf("S256"), "PKCE (RFC 7636)."));
    }
}
