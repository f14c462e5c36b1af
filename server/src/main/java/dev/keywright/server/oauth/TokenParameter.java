package dev.keywright.server.oauth;

import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.protocol.Parameters;
import dev.keywright.server.description.Body;
import dev.keywright.server.description.Described;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Schema;
import dev.keywright.server.http.Request;
import dev.keywright.server.oauth.ClientEndpoint.Result;
import java.util.Optional;

/**
 * What introspection and revocation are asked about: the parameter {@code token} (RFC 7662 §2.1, RFC 7009 §2.1). A
 * {@code token_type_hint} is not needed, since a token says itself what it is.
 *
 * @param <C> who may ask
 */
public final class TokenParameter<C> implements ClientEndpoint.Action<C> {
    private static final String TOKEN = "token";

    private final Action<C> action;

    /** Asks {@code action} about the token. */
    public TokenParameter(Action<C> action) {
        this.action = action;
    }

    /**
     * What is done with a presented token.
     *
     * @param <C> who may ask
     */
    public interface Action<C> extends Described {
        /** Answers, or refuses; {@code presented} is empty for a token that this server did not make. */
        Result act(Request request, C client, Optional<Presented> presented);
    }

    @Override
    public Operation operation(String method) {
        return action.operation(method)
                .taking(Body.jsonOrForm(
                        Member.required(TOKEN, Schema.text()),
                        Member.optional("token_type_hint", Schema.text().meaning("Not looked at."))));
    }

    @Override
    public String tokenParameter() {
        return TOKEN;
    }

    @Override
    public Result act(Request request, C client, Parameters parameters, Optional<Presented> presented) {
        try {
            return parameters.text(TOKEN).isPresent()
                    ? action.act(request, client, presented)
                    : new Result.Refused(OAuthErrorCode.INVALID_REQUEST, "token is missing");
        } catch (Parameters.Misshapen e) {
            return new Result.Refused(OAuthErrorCode.INVALID_REQUEST, e.problem());
        }
    }
}
