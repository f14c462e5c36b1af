package dev.keywright.server.connection;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.PageId;
import java.util.Optional;

/** What a developer edits of a connection in one form. Its redirect URIs and secrets are changed one by one instead. */
public record Details(
        String name,
        Optional<String> icon,
        Optional<String> website,
        Capabilities capabilities,
        Optional<PageId> templatePage,
        InstallationScope installationScope,
        boolean requirePkce) {
    /** The details of a connection as it stands. */
    public static Details of(Connection connection) {
        return new Details(
                connection.name(),
                connection.icon(),
                connection.website(),
                connection.capabilities(),
                connection.templatePage(),
                connection.installationScope(),
                connection.requirePkce());
    }
}
