package dev.keywright.server.connection;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * A registered third-party app: an OAuth client (RFC 6749 §2).
 *
 * @param secrets the live ones; two at most, so that one can be replaced without downtime
 * @param icon a URL or an emoji
 * @param owner the person who may edit it
 * @param redirectUris each as registered, in the order of registration; they match by exact string
 * @param templatePage a page that is offered as a template
 * @param refreshTokens whether it gets refresh tokens at all
 * @param requirePkce whether an authorization request must carry a challenge (RFC 9700 §2.1.1)
 * @param disabled a disabled connection looks like an unknown one
 */
public record Connection(
        ClientId id,
        List<ClientSecret> secrets,
        String name,
        Optional<String> icon,
        Optional<String> website,
        Optional<PersonId> owner,
        List<String> redirectUris,
        Capabilities capabilities,
        Optional<PageId> templatePage,
        InstallationScope installationScope,
        boolean refreshTokens,
        boolean requirePkce,
        boolean disabled) {
    public Connection {
        secrets = List.copyOf(secrets);
        redirectUris = List.copyOf(redirectUris);
    }

    /** Whether {@code presented} is one of the live secrets. Takes the same time whichever it is, and when it is none. */
    public boolean authenticates(String presented) {
        boolean matches = false;
        SecretHash hash = SecretHash.of(presented);
        for (ClientSecret secret : secrets) {
            matches |= secret.hash().equalsInConstantTime(hash);
        }
        return matches && !disabled;
    }
}
