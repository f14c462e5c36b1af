package dev.keywright.server.connection;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
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

    /** How many secrets may be live at once. */
    public static final int MOST_SECRETS = 2;

    /**
     * The live secret that {@code presented} is; none of a disabled connection's is. Takes the same time whichever it is,
     * and when it is none.
     */
    public Optional<ClientSecret> secretFor(String presented) {
        Optional<ClientSecret> match = Optional.empty();
        SecretHash hash = SecretHash.of(presented);
        for (ClientSecret secret : secrets) {
            if (secret.hash().equalsInConstantTime(hash)) {
                match = Optional.of(secret);
            }
        }
        return disabled ? Optional.empty() : match;
    }

    /** The one workspace that it belongs to, when it is internal: it asks nobody, and has a token from the start. */
    public Optional<WorkspaceId> internalTo() {
        return installationScope instanceof InstallationScope.Internal(WorkspaceId workspace)
                ? Optional.of(workspace)
                : Optional.empty();
    }

    /** The same connection with other details. */
    public Connection with(Details details) {
        return new Connection(
                id,
                secrets,
                details.name(),
                details.icon(),
                details.website(),
                owner,
                redirectUris,
                details.capabilities(),
                details.templatePage(),
                details.installationScope(),
                refreshTokens,
                details.requirePkce(),
                disabled);
    }

    /** The same connection with these redirect URIs. */
    public Connection withRedirectUris(List<String> uris) {
        return copy(secrets, uris, disabled);
    }

    /** The same connection with these secrets. */
    public Connection withSecrets(List<ClientSecret> live) {
        return copy(live, redirectUris, disabled);
    }

    /** The same connection, disabled or not. */
    public Connection disabled(boolean off) {
        return copy(secrets, redirectUris, off);
    }

    private Connection copy(List<ClientSecret> live, List<String> uris, boolean off) {
        return new Connection(
                id,
                live,
                name,
                icon,
                website,
                owner,
                uris,
                capabilities,
                templatePage,
                installationScope,
                refreshTokens,
                requirePkce,
                off);
    }
}
