package dev.keywright.server.oauth;

import dev.keywright.protocol.FormText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A client id and secret as a client sent them. Prints as {@code ***}. */
public record PresentedCredentials(String clientId, String clientSecret) {
    private static final String SCHEME = "Basic ";

    /** Reads the value of an {@code Authorization} header of scheme Basic (RFC 7617 §2); empty when it is anything else. */
    public static Optional<PresentedCredentials> basic(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder()
                            .decode(header.substring(SCHEME.length()).strip())))
                    .toString();
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new PresentedCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The same credentials after form-decoding, as RFC 6749 §2.3.1 has them encoded; empty when that changes nothing. */
    Optional<PresentedCredentials> formDecoded() {
        return FormText.decode(clientId)
                .flatMap(id -> FormText.decode(clientSecret).map(secret -> new PresentedCredentials(id, secret)))
                .filter(decoded -> !decoded.equals(this));
    }

    @Override
    public String toString() {
        return "***";
    }
}
