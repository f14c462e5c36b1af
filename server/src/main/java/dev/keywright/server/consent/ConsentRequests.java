package dev.keywright.server.consent;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.ConsentTransaction;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.Viewer;
import dev.keywright.server.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Consent transactions: puts checked authorization requests before people, and knows them again at every step until they
 * are answered. What decides is kept here; the page has nothing but a name for it.
 */
public final class ConsentRequests {
    /** How long a person may take. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final int MOST_OF_SESSION = 20;
    private static final int NAME_BYTES = 32;

    private final Store store;
    private final AuthorizationRequests requests;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** ConsentRequests kept in a store; {@code random} names them, so it must be cryptographically strong in production. */
    public ConsentRequests(Store store, AuthorizationRequests requests, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.requests = requests;
        this.clock = clock;
        this.random = random;
    }

    /** What came of putting a request before a person. */
    public sealed interface Put {
        /** It is kept under this name, of which only the hash is. */
        record Asked(String name) implements Put {}

        /** The person is in no workspace in which the connection may be installed. */
        record NoWorkspace() implements Put {}
    }

    /** What a name leads to. */
    public sealed interface Found {
        /** It can be answered. */
        record Open(ConsentRequest consent) implements Found {}

        /** It was answered; {@code query} asks anew. */
        record Answered(Connection connection, String query) implements Found {}

        /** Another session began it; {@code query} asks anew. */
        record OfAnotherSession(String query) implements Found {}

        /** The request is not good any more: the connection was changed meanwhile. */
        record NotGoodAnyMore(CheckedRequest checked) implements Found {}

        /** There is none of this name, or it is too old. */
        record Nothing() implements Found {}
    }

    /** Puts a request before the person of a session. */
    public Put put(AuthorizationRequest request, SecretHash session, PersonId person) {
        List<Workspace> possible = possible(request.connection(), person);
        if (possible.isEmpty()) {
            return new Put.NoWorkspace();
        }
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        WorkspaceId first = possible.getFirst().id();
        store.consentTransactions()
                .begin(
                        new ConsentTransaction(
                                SecretHash.of(name),
                                session,
                                person,
                                request.query(),
                                first,
                                earlier(request.connection(), first, person),
                                false,
                                now()),
                        MOST_OF_SESSION);
        return new Put.Asked(name);
    }

    /** What this name leads to for the person of a session. */
    public Found find(String name, SecretHash session, PersonId person) {
        Optional<ConsentTransaction> kept = store.consentTransactions()
                .find(SecretHash.of(name))
                .filter(transaction -> now().isBefore(transaction.startedAt().plus(LIFETIME)));
        if (kept.isEmpty()) {
            return new Found.Nothing();
        }
        ConsentTransaction transaction = kept.get();
        if (!transaction.session().equals(session) || !transaction.person().equals(person)) {
            return new Found.OfAnotherSession(transaction.query());
        }
        CheckedRequest checked = requests.check(ParameterReader.form(transaction.query()));
        if (!(checked instanceof CheckedRequest.Valid(AuthorizationRequest request))) {
            return new Found.NotGoodAnyMore(checked);
        }
        if (transaction.answered()) {
            return new Found.Answered(request.connection(), transaction.query());
        }
        List<Workspace> possible = possible(request.connection(), person);
        Optional<Workspace> chosen = possible.stream()
                .filter(workspace -> workspace.id().equals(transaction.workspace()))
                .findFirst();
        // Not a member any more: what was ticked there is void, and the person asks again.
        return chosen.<Found>map(workspace -> new Found.Open(new ConsentRequest(
                        transaction.id(), request, person, workspace, possible, transaction.pages())))
                .orElseGet(() -> new Found.OfAnotherSession(transaction.query()));
    }

    /** The person chooses a workspace; what is ticked is what was shared there before. False when it is not possible. */
    public boolean chooseWorkspace(ConsentRequest consent, WorkspaceId workspace) {
        if (consent.workspace().id().equals(workspace)) {
            return true;
        }
        boolean possible = consent.possible().stream().anyMatch(one -> one.id().equals(workspace));
        if (possible) {
            store.consentTransactions()
                    .choose(
                            consent.id(),
                            workspace,
                            earlier(consent.request().connection(), workspace, consent.person()));
        }
        return possible;
    }

    /** The person ticks exactly these pages; those that he may not share are not taken, and false says so. */
    public boolean tick(ConsentRequest consent, Set<PageId> pages) {
        boolean possible = pages.size() <= Consents.MOST_PAGES
                && store.pages().shareable(consent.viewer(), pages).size() == pages.size();
        if (possible) {
            store.consentTransactions().choose(consent.id(), consent.workspace().id(), pages);
        }
        return possible;
    }

    private List<Workspace> possible(Connection connection, PersonId person) {
        return store.workspacesOf(person).stream()
                .filter(workspace -> connection.installationScope().includes(workspace.id()))
                .toList();
    }

    /** What the person shared when the connection was installed last, as far as it may still be shared. */
    private Set<PageId> earlier(Connection connection, WorkspaceId workspace, PersonId person) {
        return store.installations()
                .find(new Installation(connection.id(), workspace, person).bot())
                .map(installed -> installed.bot().pages())
                .filter(pages -> !pages.isEmpty())
                .map(pages -> store.pages().shareable(new Viewer(workspace, person), pages))
                .orElse(Set.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
