package dev.keywright.server.authorization;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.PageId;
import java.util.Optional;
import java.util.Set;

/**
 * One answer of a person at the authorization page, as far as the exchange of its code needs it.
 *
 * @param capabilities what the connection could do when the person was asked
 * @param pages the pages to share
 * @param template the developer's template page to copy and share instead
 * @param redirectUri the redirect URI of the authorization request; empty when it was left to the only registered one
 * @param challenge the PKCE challenge of the authorization request
 */
public record Consent(
        Capabilities capabilities,
        Set<PageId> pages,
        Optional<PageId> template,
        Optional<String> redirectUri,
        Optional<CodeChallenge> challenge) {
    public Consent {
        pages = Set.copyOf(pages);
    }
}
