package dev.keywright.server.world;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The world that the emulator starts with when it is given none; {@code keywright emulate --print-world} prints it as a world
 * file. It is written here and not in such a file, whose reading would be the longest part of a test's first start.
 *
 * <p>Its ids and secrets are a promise: they never change between releases, because test suites are written against them. Add
 * to it, and change names if you must; never change, reuse or remove an id, a secret, an email address or a redirect URI.
 * Everybody can read these secrets, so {@code keywright serve} refuses them.
 */
public final class BuiltInWorld {
    private static final PersonId OWNER = new PersonId(id("3ceaaf30-8142-48ea-91d9-3080f9b439fc"));
    private static final PersonId GRACE = new PersonId(id("9dfb369b-ab13-4fae-a276-55daa05f1119"));
    private static final WorkspaceId EXAMPLE = new WorkspaceId(id("17ab3186-873d-418f-b899-c3f6a43f68de"));
    private static final WorkspaceId SIDE_PROJECT = new WorkspaceId(id("f3194a3b-381e-43e7-952c-466e473a1797"));
    private static final String EVERYTHING_SECRET = "secret_for_tests_only_0123456789abcdef";
    private static final String READ_ONLY_SECRET = "secret_for_tests_only_d6e2aad4ebbd0c6d";
    private static final String TEMPLATE_SECRET = "secret_for_tests_only_d393c5f96e75c454";
    private static final String MEETING_NOTES = "a989d8e5-d645-4899-ba98-714f90237de7";

    private BuiltInWorld() {}

    /** The built-in world with readable secrets, its pages dated by {@code clock}. Not for production: anyone knows it. */
    public static World world(InstantSource clock) {
        return new World(
                people(),
                List.of(
                        new Workspace(EXAMPLE, "Example Workspace", Optional.of("🚲"), List.of(OWNER, GRACE)),
                        new Workspace(SIDE_PROJECT, "Side Project", Optional.empty(), List.of(OWNER))),
                pages(clock.instant()),
                List.of(everything(), readOnly(), withTemplate()));
    }

    /** The secrets of its connections, which anyone knows, as they are stored. */
    public static Set<SecretHash> knownSecrets() {
        return Stream.of(EVERYTHING_SECRET, READ_ONLY_SECRET, TEMPLATE_SECRET)
                .map(SecretHash::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Person> people() {
        return List.of(
                new Person(OWNER, Optional.of("Workspace Owner"), Optional.empty(), "owner@example.com"),
                new Person(
                        GRACE,
                        Optional.of("Grace Miller"),
                        Optional.of("https://example.com/avatars/grace.png"),
                        "grace@example.com"));
    }

    private static List<Page> pages(Instant now) {
        PageOutline engineering = page(
                "b55c9c91-384d-452b-81db-d1ef79372b75",
                "Engineering",
                page(
                        "6301bbfc-a0c5-454e-8ff9-bb510944fe0c",
                        "Runbooks",
                        page("6fced11d-2bd8-41e6-847a-8387cdde8d51", "Restore a backup"),
                        page("3a124c64-7e02-4f05-b7c1-dce27f7695f5", "Rotate a signing key")),
                page("66080f17-4c96-48e2-9cbd-0ba3a1a6bcde", "Decisions"));
        PageOutline product = page(
                "b120a366-f0bb-49cf-82f2-dc05873f9bd0",
                "Product",
                page("78b7d0ac-8477-4ce0-8e4c-da11b43c589b", "Roadmap"),
                page("2330fcf1-562a-44b8-8866-8d77e827062c", "Interviews with customers"));
        PageOutline people = page(
                "c1acc990-6424-450a-a36b-f9b3ddcb369d",
                "People",
                page("9ad9b9a2-5e78-454d-b065-a1c284cc4549", "Your first week"));
        PageOutline salaries = page(
                "99356597-6fba-4662-b6a7-30b7b12e9eed",
                "Salaries",
                page("8df08078-a22e-4180-85c2-c2af3977a654", "Next year"));
        PageOutline ideas = page(
                "c498b6e7-3648-445e-9afa-3a387f006745",
                "Ideas",
                page("ab57f985-4332-43da-a75a-2e199b58ba8d", "A bicycle bell that listens"));
        PageOutline readingList = page("c1b87f1a-7323-491b-99f9-cbef0f69a4d0", "Reading list");
        PageOutline templates = page(
                "2eb73728-2fea-475e-b536-5e1458294a90",
                "Templates",
                page(
                        MEETING_NOTES,
                        "Meeting notes",
                        page("ac3e0b5b-c291-4709-8c1e-26038dabf68e", "Agenda"),
                        page("2f314fdb-43c4-4bc7-a4cc-dcf9ea5ee53c", "Action items")));
        return Stream.of(
                        engineering.visibleTo(new Visibility.Everyone()).in(EXAMPLE, now),
                        product.in(EXAMPLE, now),
                        people.in(EXAMPLE, now),
                        salaries.visibleTo(new Visibility.Only(Set.of(OWNER))).in(EXAMPLE, now),
                        ideas.in(SIDE_PROJECT, now),
                        readingList.in(SIDE_PROJECT, now),
                        templates.in(SIDE_PROJECT, now))
                .flatMap(List::stream)
                .toList();
    }

    private static Connection everything() {
        return connection(
                "463558a3-725e-4f37-b6d3-0889894f68de",
                EVERYTHING_SECRET,
                "Example Connection",
                Optional.empty(),
                "https://example.com",
                List.of(
                        "http://localhost:3000/auth/callback",
                        "http://localhost:3000/auth/callback/notion",
                        "http://localhost:3000/api/auth/callback/notion",
                        "http://127.0.0.1:3000/auth/callback"),
                Capabilities.all(),
                Optional.empty());
    }

    private static Connection readOnly() {
        return connection(
                "bafe9bd1-20c5-4152-9127-c47089bf36a2",
                READ_ONLY_SECRET,
                "Read-only Reports",
                Optional.of("📊"),
                "https://reports.example.com",
                List.of("http://localhost:4000/callback"),
                new Capabilities(EnumSet.of(Capability.READ_CONTENT), Capabilities.People.WITHOUT_EMAIL),
                Optional.empty());
    }

    private static Connection withTemplate() {
        return connection(
                "475d779c-2396-4c52-a970-e819ae6f8f35",
                TEMPLATE_SECRET,
                "Meeting Notes",
                Optional.of("📝"),
                "https://notes.example.com",
                List.of("http://localhost:5000/oauth/callback", "https://notes.example.com/oauth/callback"),
                Capabilities.all(),
                Optional.of(new PageId(id(MEETING_NOTES))));
    }

    private static Connection connection(
            String id,
            String secret,
            String name,
            Optional<String> icon,
            String website,
            List<String> redirectUris,
            Capabilities capabilities,
            Optional<PageId> templatePage) {
        return new Connection(
                new ClientId(id(id)),
                List.of(ClientSecret.readable(secret)),
                name,
                icon,
                Optional.of(website),
                Optional.of(OWNER),
                redirectUris,
                capabilities,
                templatePage,
                new InstallationScope.AnyWorkspace(),
                true,
                false,
                false);
    }

    private static PageOutline page(String id, String title, PageOutline... below) {
        return new PageOutline(new PageId(id(id)), title, new Visibility.Inherited(), List.of(below));
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
