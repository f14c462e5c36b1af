package dev.keywright.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.PageTree;
import dev.keywright.server.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the emulator's contract promises of the world that it starts with. */
class BuiltInWorldTest {
    private final World world = BuiltInWorld.world(Reading.CLOCK);

    @Test
    void twoPeopleAndTwoWorkspacesWithTheFirstPersonInBoth() {
        assertThat(world.people()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(world.workspaces())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(
                        workspace -> assertThat(workspace.members().getFirst()).isEqualTo(first()));
        assertThat(world.people().getFirst().email()).isEqualTo("owner@example.com");
    }

    @Test
    void eachWorkspaceHasANestedTreeOfAtLeastThreeTopLevelPages() {
        assertThat(world.workspaces()).allSatisfy(workspace -> {
            PageTree tree = new PageTree(pages(workspace));
            assertThat(tree.topLevel(first())).hasSizeGreaterThanOrEqualTo(3);
            assertThat(pages(workspace))
                    .anySatisfy(page -> assertThat(page.parent()).isPresent());
        });
    }

    @Test
    void onePageIsVisibleToOnePersonOnly() {
        Workspace workspace = world.workspaces().getFirst();
        PageTree tree = new PageTree(pages(workspace));

        assertThat(pages(workspace))
                .anySatisfy(page -> assertThat(workspace.members())
                        .filteredOn(member -> tree.visible(page.id(), member))
                        .hasSize(1));
    }

    @Test
    void itsKnownSecretsAreThoseOfItsConnections() {
        assertThat(BuiltInWorld.knownSecrets())
                .containsExactlyInAnyOrderElementsOf(world.connections().stream()
                        .flatMap(connection -> connection.secrets().stream())
                        .map(ClientSecret::hash)
                        .toList());
    }

    @Test
    void theFirstConnectionHasEveryCapabilityAndTheRedirectUrisThatExamplesUse() {
        Connection connection = world.connections().getFirst();

        assertThat(connection.id()).hasToString("463558a3-725e-4f37-b6d3-0889894f68de");
        assertThat(connection.secretFor("secret_for_tests_only_0123456789abcdef"))
                .isPresent();
        assertThat(connection.capabilities()).isEqualTo(Capabilities.all());
        assertThat(connection.redirectUris())
                .startsWith(
                        "http://localhost:3000/auth/callback",
                        "http://localhost:3000/auth/callback/notion",
                        "http://localhost:3000/api/auth/callback/notion");
    }

    @Test
    void theSecondConnectionHasOneRedirectUriAndTheThirdATemplate() {
        assertThat(world.connections()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(world.connections().get(1).redirectUris()).hasSize(1);
        assertThat(world.connections().get(2).templatePage()).isPresent();
    }

    /**
     * When this fails, an id or a secret was changed, removed or moved, which breaks test suites of other people: put it
     * back. Only when something was added should the expected value follow.
     */
    @Test
    void idsAndSecretsNeverChange() throws Exception {
        String all = Stream.of(
                        world.people().stream().map(person -> person.id() + " " + person.email()),
                        world.workspaces().stream()
                                .map(workspace -> workspace.id().toString()),
                        world.pages().stream().map(page -> page.id().toString()),
                        world.connections().stream()
                                .map(c -> c.id() + " "
                                        + c.secrets().getFirst().readable().orElseThrow() + c.redirectUris()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("fbde4bfa28510e5994f2788c0893edd3ce8e865df9efa0a7cc3a5b41affc3883");
    }

    private PersonId first() {
        return world.people().getFirst().id();
    }

    private List<Page> pages(Workspace workspace) {
        return world.pages().stream()
                .filter(page -> page.workspace().equals(workspace.id()))
                .toList();
    }
}
