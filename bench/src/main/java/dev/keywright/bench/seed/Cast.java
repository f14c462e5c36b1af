package dev.keywright.bench.seed;

import dev.keywright.bench.floor.Names;
import dev.keywright.bench.traffic.Credentials;
import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Who allows what to whom: one connection, and people who install it in one workspace after the other. */
final class Cast {
    /** Where codes are redirected to. */
    static final String REDIRECT_URI = "https://example.com/callback";

    private static final String SECRET = "secret_" + "0".repeat(43);
    private static final ClientId CLIENT = new ClientId(UUID.fromString("7c0f8f4e-4f0b-4a57-9d0c-0d6a5a3e9f11"));
    private static final UUID WORKSPACES = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final UUID PEOPLE = UUID.fromString("00000000-0000-4001-8000-000000000000");

    private static final UUID PAGE_IDS = UUID.fromString("00000000-0000-4002-8000-000000000000");
    /** So many pages have one title; a search looks for those of the others. */
    private static final int ALIKE = 1000;

    /** The page that is shared with every bot. */
    static final PageId SHARED = page(0);

    private final int people;
    private final int workspaces;
    private final int pages;

    Cast(SeedSize size) {
        this.people = size.people();
        this.pages = size.pages();
        this.workspaces = Math.ceilDiv(size.installations(), people);
    }

    Credentials credentials() {
        return new Credentials(CLIENT, SECRET);
    }

    /** The installation of one authorization or code; no two have the same. */
    Installation installation(int index) {
        return new Installation(CLIENT, workspace(index / people), person(index % people));
    }

    World world() {
        return new World(
                IntStream.range(0, people)
                        .mapToObj(
                                i -> new Person(person(i), Optional.of(Names.PERSON), Optional.empty(), Names.email(i)))
                        .toList(),
                IntStream.range(0, workspaces)
                        .mapToObj(
                                i -> new Workspace(workspace(i), Names.WORKSPACE, Optional.empty(), List.of(person(0))))
                        .toList(),
                pages(),
                List.of(new Connection(
                        CLIENT,
                        List.of(ClientSecret.hashed(SECRET)),
                        Names.CONNECTION,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(person(0)),
                        List.of(REDIRECT_URI),
                        Capabilities.all(),
                        Optional.empty(),
                        new InstallationScope.AnyWorkspace(),
                        true,
                        false,
                        false)));
    }

    /** The pages of the first workspace: one at the top, which is shared with every bot, and the others below it. */
    private List<Page> pages() {
        return IntStream.range(0, pages)
                .mapToObj(i -> new Page(
                        page(i),
                        workspace(0),
                        i == 0 ? Optional.empty() : Optional.of(SHARED),
                        i < ALIKE ? Names.PAGE : "Meeting notes of day " + i,
                        new Visibility.Inherited(),
                        Instant.EPOCH))
                .toList();
    }

    /** A page that every bot of the first workspace sees; each connection of the driver has one. */
    static PageId page(int number) {
        return new PageId(numbered(PAGE_IDS, number));
    }

    private static WorkspaceId workspace(int number) {
        return new WorkspaceId(numbered(WORKSPACES, number));
    }

    private static PersonId person(int number) {
        return new PersonId(numbered(PEOPLE, number));
    }

    private static UUID numbered(UUID base, int number) {
        return new UUID(base.getMostSignificantBits(), base.getLeastSignificantBits() + number);
    }
}
