package dev.keywright.server.connection;

import dev.keywright.protocol.WorkspaceId;
import java.util.List;

/**
 * What a developer entered into the form of a connection, as it came.
 *
 * @param capabilities the ticked ones, by their scope names
 * @param people how much of a person the connection sees: {@code none}, {@code without_email} or {@code with_email}
 * @param templatePage what names the template page
 * @param scope {@code any}, {@code selected} or {@code internal}
 * @param workspaces the ids of the selected ones
 */
public record Draft(
        String name,
        String icon,
        String website,
        List<String> capabilities,
        String people,
        String templatePage,
        String scope,
        List<String> workspaces,
        boolean requirePkce) {
    public Draft {
        capabilities = List.copyOf(capabilities);
        workspaces = List.copyOf(workspaces);
    }

    /** A form that nothing was entered into yet: it may read content, and goes anywhere. */
    public static Draft empty() {
        return new Draft("", "", "", List.of("read_content"), "none", "", "any", List.of(), false);
    }

    /** The form of a connection as it stands. */
    public static Draft of(Connection connection) {
        String scope = switch (connection.installationScope()) {
            case InstallationScope.AnyWorkspace any -> "any";
            case InstallationScope.SelectedWorkspaces selected -> "selected";
            case InstallationScope.Internal internal -> "internal";
        };
        List<WorkspaceId> workspaces = switch (connection.installationScope()) {
            case InstallationScope.AnyWorkspace any -> List.of();
            case InstallationScope.SelectedWorkspaces(var selected) -> List.copyOf(selected);
            case InstallationScope.Internal(var only) -> List.of(only);
        };
        return new Draft(
                connection.name(),
                connection.icon().orElse(""),
                connection.website().orElse(""),
                connection.capabilities().granted().stream()
                        .map(capability -> capability.scopeName())
                        .toList(),
                DraftRules.word(connection.capabilities().people()),
                connection.templatePage().map(Object::toString).orElse(""),
                scope,
                workspaces.stream().map(Object::toString).toList(),
                connection.requirePkce());
    }

    /** The same draft for other workspaces. */
    public Draft in(List<String> others) {
        return new Draft(name, icon, website, capabilities, people, templatePage, scope, others, requirePkce);
    }
}
