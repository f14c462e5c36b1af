package dev.keywright.server.consent;

import dev.keywright.protocol.FormText;
import java.util.Optional;

/**
 * Where the answer to an authorization request goes: a redirect URI that was found good, and what every answer there
 * carries.
 *
 * @param uri a registered redirect URI; a query string it has is kept (RFC 6749 §3.1.2)
 * @param state the client's own, given back byte for byte
 * @param issuer added as {@code iss} where the dialect has it (RFC 9207); without it {@code state} is always there
 */
public record RedirectTarget(String uri, Optional<String> state, Optional<String> issuer) {
    /** The redirect that brings a code. */
    public String withCode(String code) {
        return with("code=" + FormText.encode(code));
    }

    /** The redirect that brings an error (RFC 6749 §4.1.2.1). */
    public String withError(String error) {
        return with("error=" + FormText.encode(error));
    }

    /** The same target without the client's state. */
    RedirectTarget withoutState() {
        return new RedirectTarget(uri, Optional.empty(), issuer);
    }

    private String with(String first) {
        StringBuilder target =
                new StringBuilder(uri).append(uri.indexOf('?') < 0 ? '?' : '&').append(first);
        if (state.isPresent() || issuer.isEmpty()) {
            target.append("&state=").append(state.map(FormText::encode).orElse(""));
        }
        issuer.ifPresent(iss -> target.append("&iss=").append(FormText.encode(iss)));
        return target.toString();
    }
}
