package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Workspaces and pages, changed one at a time, and what goes with them. */
interface WorkspaceChangesContract extends OpensStores {
    Instant NOW = Instant.parse("2026-02-03T04:05:06.007Z");

    @Test
    default void aWorkspaceIsChangedAndDeletedWithAllThatIsInIt() {
        WorkspaceId id = new WorkspaceId(new UUID(9, 8));
        try (Store store = filled()) {
            store.workspaceChanges().add(new Workspace(id, "New", Optional.empty(), List.of(Sample.BOB)));
            store.workspaceChanges().rename(Sample.HOME, "House");
            store.workspaceChanges().addMember(id, Sample.ADA);
            store.workspaceChanges().addMember(id, Sample.ADA);
            store.workspaceChanges().addMember(id, new PersonId(new UUID(7, 7)));
            assertThat(store.workspace(id).orElseThrow().members()).containsExactly(Sample.BOB, Sample.ADA);
            assertThat(store.workspace(Sample.HOME).orElseThrow().name()).isEqualTo("House");

            store.workspaceChanges().removeMember(id, Sample.BOB, NOW);
            store.workspaceChanges().delete(Sample.OTHER, NOW);

            assertThat(store.workspace(id).orElseThrow().members()).containsExactly(Sample.ADA);
            assertThat(store.workspace(Sample.OTHER)).isEmpty();
            assertThat(store.pages().first(Sample.OTHER, 100)).isEmpty();
            assertThat(store.connection(Sample.APP).orElseThrow().templatePage())
                    .isEmpty();
        }
    }

    @Test
    default void whatNamedADeletedWorkspaceIsForgottenAtOnceToo() {
        try (Store store = filled()) {
            Endpoints endpoints = Endpoints.over(store);
            var template = new Consent(
                    Capabilities.all(), Set.of(), Optional.of(Sample.TEMPLATE), Optional.empty(), Optional.empty());
            var allowed = endpoints.consent(Sample.ADAS, template, Endpoints.START);
            // Both have been read before, as every token request reads them.
            assertThat(store.connection(Sample.APP).orElseThrow().templatePage())
                    .hasValue(Sample.TEMPLATE);
            assertThat(store.connection(Sample.BARE).orElseThrow().installationScope())
                    .isEqualTo(new InstallationScope.SelectedWorkspaces(Set.of(Sample.HOME, Sample.OTHER)));

            store.workspaceChanges().delete(Sample.OTHER, NOW);

            assertThat(store.connection(Sample.APP).orElseThrow().templatePage())
                    .isEmpty();
            assertThat(store.connection(Sample.BARE).orElseThrow().installationScope())
                    .isEqualTo(new InstallationScope.SelectedWorkspaces(Set.of(Sample.HOME)));
            assertThat(endpoints.redeem(allowed, Endpoints.START))
                    .isInstanceOfSatisfying(
                            Redeem.Redeemed.class,
                            redeemed ->
                                    assertThat(redeemed.duplicatedTemplate()).isEmpty());
        }
    }

    @Test
    default void anInternalConnectionGoesWithItsWorkspace() {
        ClientId internal = new ClientId(new UUID(9, 9));
        try (Store store = filled()) {
            store.connections().register(internalTo(Sample.OTHER, internal));
            assertThat(store.connection(internal)).isPresent();

            store.workspaceChanges().delete(Sample.OTHER, NOW);

            assertThat(store.connection(internal)).isEmpty();
            assertThat(store.connections().list(Optional.empty(), 0, 10))
                    .extracting(registration -> registration.connection().id())
                    .containsExactlyInAnyOrder(Sample.APP, Sample.BARE);
            assertThat(store.world().connections()).hasSize(2);
            assertThat(store.connections().register(internalTo(Sample.HOME, internal)))
                    .as("an id is never given again")
                    .isFalse();
        }
    }

    private static Connection internalTo(WorkspaceId workspace, ClientId id) {
        return new Connection(
                id,
                List.of(),
                "Night Porter",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sample.ADA),
                List.of(),
                Capabilities.all(),
                Optional.empty(),
                new InstallationScope.Internal(workspace),
                false,
                false,
                false);
    }

    @Test
    default void aPageIsAddedBelowAPageOfItsWorkspaceAndRenamed() {
        PageId fresh = new PageId(new UUID(9, 6));
        try (Store store = filled()) {
            store.workspaceChanges().addPage(page(fresh, Sample.HOME, Optional.of(Sample.TOP)));
            store.workspaceChanges()
                    .addPage(page(new PageId(new UUID(9, 5)), Sample.HOME, Optional.of(Sample.TEMPLATE)));
            store.workspaceChanges().renamePage(Sample.HOME, fresh, "Renamed", NOW);
            store.workspaceChanges().renamePage(Sample.OTHER, Sample.TOP, "Not renamed", NOW);

            assertThat(store.pages().first(Sample.HOME, 100).stream().map(Page::title))
                    .containsExactly("Top", "", "Renamed");
        }
    }

    private static Page page(PageId id, WorkspaceId workspace, Optional<PageId> parent) {
        return new Page(id, workspace, parent, "Fresh", new Visibility.Inherited(), NOW);
    }
}
