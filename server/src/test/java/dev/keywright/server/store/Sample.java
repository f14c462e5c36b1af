package dev.keywright.server.store;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.Capabilities.People;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.CodeChallenge;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.connection.ClientSecret;
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

/** A small world in which everything that may be absent is there once and absent once. */
public final class Sample {
    public static final PersonId ADA = new PersonId(uuid(1));
    public static final PersonId BOB = new PersonId(uuid(2));
    public static final WorkspaceId HOME = new WorkspaceId(uuid(11));
    public static final WorkspaceId OTHER = new WorkspaceId(uuid(12));
    public static final PageId TOP = new PageId(uuid(21));
    public static final PageId CHILD = new PageId(uuid(22));
    public static final PageId TEMPLATE = new PageId(uuid(23));
    public static final PageId TEMPLATE_CHILD = new PageId(uuid(24));
    public static final PageId TEMPLATE_GRANDCHILD = new PageId(uuid(25));
    public static final ClientId APP = new ClientId(uuid(31));
    public static final ClientId BARE = new ClientId(uuid(32));
    public static final Installation ADAS = new Installation(APP, HOME, ADA);

    public static final Instant CREATED = Instant.parse("2025-05-05T05:05:05.055Z");

    /** Base64url of SHA-256 of {@link #VERIFIER}. */
    public static final CodeChallenge CHALLENGE = new CodeChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

    /** The verifier of RFC 7636 appendix B. */
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    public static final String REDIRECT_URI = "https://app.example/callback?a=ü&b=\uD83D\uDEB2";

    private Sample() {}

    /** An installation of the app by Ada in a workspace of its own for each number. */
    public static Installation adasIn(int number) {
        return new Installation(APP, new WorkspaceId(new UUID(4, number)), ADA);
    }

    /** The world. */
    public static World world() {
        return new World(people(), workspaces(), pages(), connections());
    }

    private static List<Person> people() {
        return List.of(
                new Person(BOB, Optional.empty(), Optional.empty(), "bob@example.com"),
                new Person(
                        ADA,
                        Optional.of("Ada 'Õ\" Lovelace \uD83D\uDEB2"),
                        Optional.of("https://example.com/a.png"),
                        "ada@example.com"));
    }

    private static List<Workspace> workspaces() {
        return List.of(
                new Workspace(OTHER, "Other", Optional.empty(), List.of(BOB)),
                new Workspace(HOME, "Home", Optional.of("\uD83D\uDEB2"), List.of(BOB, ADA)));
    }

    private static List<Page> pages() {
        Visibility inherited = new Visibility.Inherited();
        return List.of(
                page(TEMPLATE, OTHER, Optional.empty(), "Template", new Visibility.Everyone()),
                page(TEMPLATE_GRANDCHILD, OTHER, Optional.of(TEMPLATE_CHILD), "Grandchild", inherited),
                page(TEMPLATE_CHILD, OTHER, Optional.of(TEMPLATE), "Child", new Visibility.Only(Set.of(BOB))),
                page(TOP, HOME, Optional.empty(), "Top", new Visibility.Only(Set.of(ADA, BOB))),
                page(CHILD, HOME, Optional.of(TOP), "", inherited));
    }

    private static Page page(
            PageId id, WorkspaceId workspace, Optional<PageId> parent, String title, Visibility visibility) {
        return new Page(id, workspace, parent, title, visibility, CREATED);
    }

    private static List<Connection> connections() {
        return List.of(
                new Connection(
                        BARE,
                        List.of(),
                        "Bare",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        new Capabilities(Set.of(), People.NONE),
                        Optional.empty(),
                        new InstallationScope.SelectedWorkspaces(Set.of(OTHER, HOME)),
                        false,
                        true,
                        true),
                new Connection(
                        APP,
                        List.of(ClientSecret.readable("the second secret"), ClientSecret.hashed("the first secret")),
                        "App",
                        Optional.of("https://app.example/icon.png"),
                        Optional.of("https://app.example"),
                        Optional.of(ADA),
                        List.of("https://z.example/cb", "https://a.example/cb", REDIRECT_URI),
                        Capabilities.all(),
                        Optional.of(TEMPLATE),
                        new InstallationScope.AnyWorkspace(),
                        true,
                        false,
                        false));
    }

    /** A consent that shares these pages and has nothing else. */
    public static Consent sharing(PageId... pages) {
        return new Consent(Capabilities.all(), Set.of(pages), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A consent with everything that one can have. */
    public static Consent full() {
        return new Consent(
                new Capabilities(Set.of(Capability.READ_CONTENT, Capability.INSERT_COMMENTS), People.WITHOUT_EMAIL),
                Set.of(TOP, CHILD),
                Optional.of(TEMPLATE),
                Optional.of(REDIRECT_URI),
                Optional.of(CHALLENGE));
    }

    private static UUID uuid(long low) {
        return new UUID(0xFEDC_BA98_7654_4210L, 0x8000_0000_0000_0000L | low);
    }
}
