package dev.keywright.server.consent;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationCode;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.Pages;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.ShareablePage;
import dev.keywright.server.workspace.Viewer;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Takes a person's answer to a checked authorization request and makes the code: the one path for the page, for headless
 * and for automatic approval. What was allowed takes effect when the code is redeemed, and not before.
 */
public final class Consents {
    /** How many pages can be shared at once, each with all below it: what fits a form of the size that is read. */
    public static final int MOST_PAGES = 1000;

    private final Store store;
    private final Templates templates;
    private final AuthorizationPolicy policy;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AuditTrail audit;

    /** Keeps consents in a store; {@code random} makes codes, so it must be cryptographically strong in production. */
    public Consents(
            Store store, AuthorizationPolicy policy, InstantSource clock, RandomGenerator random, AuditTrail audit) {
        this.store = store;
        this.templates = new Templates(store);
        this.policy = policy;
        this.clock = clock;
        this.random = random;
        this.audit = audit;
    }

    /** How an authorization is kept; false when the consent request had been answered before, and nothing is. */
    private interface Keeping {
        boolean keep(Authorization pending, CodeHash code);
    }

    /** Takes the answer that a program gives for a person. */
    public Answered answer(String requestId, AuthorizationRequest request, PersonsAnswer answer) {
        return switch (answer) {
            case PersonsAnswer.Deny deny ->
                new Answered.Denied(request.answerTo().withError("access_denied"));
            case PersonsAnswer.Allow allow -> allow(requestId, request, allow);
        };
    }

    /** The person allows. Whoever answers a consent request again is told so. */
    public Answered allow(String requestId, ConsentRequest consent, Sharing sharing) {
        return share(
                requestId,
                consent.request(),
                consent.installation(),
                sharing,
                (pending, code) -> store.consentTransactions().allow(consent.id(), pending, code));
    }

    /** The person denies. */
    public Answered deny(ConsentRequest consent) {
        return store.consentTransactions().deny(consent.id())
                ? new Answered.Denied(consent.request().answerTo().withError("access_denied"))
                : new Answered.Before();
    }

    private Answered allow(String requestId, AuthorizationRequest request, PersonsAnswer.Allow answer) {
        Optional<PersonId> named = Optional.empty();
        if (answer.person().isPresent()) {
            named = store.personByEmail(answer.person().get()).map(Person::id);
            if (named.isEmpty()) {
                return new Answered.Impossible(
                        "person", "nobody has the email " + answer.person().get());
            }
        }
        Optional<PersonId> asked = named;
        Connection connection = request.connection();
        List<Workspace> candidates = asked.map(store::workspacesOf).orElseGet(store::workspaces);
        Optional<Workspace> workspace = candidates.stream()
                .filter(candidate ->
                        answer.workspace().map(candidate.id()::equals).orElse(true))
                .filter(candidate -> connection.installationScope().includes(candidate.id()))
                .filter(candidate -> !candidate.members().isEmpty())
                .findFirst();
        if (workspace.isEmpty()) {
            return new Answered.Impossible(
                    "workspace",
                    "there is no such workspace that the person is a member of and the connection may be installed in");
        }
        PersonId person = asked.orElseGet(() -> workspace.get().members().getFirst());
        if (answer.duplicateTemplate() && answer.pages().isPresent()) {
            return new Answered.Impossible("pages", "either the template is copied or pages are shared, not both");
        }
        Sharing sharing = answer.duplicateTemplate()
                ? new Sharing.Template()
                : answer.pages().<Sharing>map(Sharing.These::new).orElseGet(Sharing.Everything::new);
        Installation installation =
                new Installation(connection.id(), workspace.get().id(), person);
        return share(requestId, request, installation, sharing, (pending, code) -> {
            store.authorizations().begin(pending, code);
            return true;
        });
    }

    private Answered share(
            String requestId,
            AuthorizationRequest request,
            Installation installation,
            Sharing sharing,
            Keeping keeping) {
        Viewer viewer = new Viewer(installation.workspace(), installation.person());
        Shared shared = switch (sharing) {
            case Sharing.Template template -> template(request.connection());
            case Sharing.Everything everything -> everything(viewer);
            case Sharing.These(Set<PageId> pages) -> these(viewer, pages);
        };
        return switch (shared) {
            case Shared.Not(Answered.Impossible impossible) -> impossible;
            case Shared.Possible(Set<PageId> pages, Optional<PageId> template) ->
                keep(requestId, request, installation, pages, template, keeping);
        };
    }

    /** What is shared, once it is known that it can be. */
    private sealed interface Shared {
        record Possible(Set<PageId> pages, Optional<PageId> template) implements Shared {}

        record Not(Answered.Impossible why) implements Shared {}
    }

    private Shared template(Connection connection) {
        return templates
                .of(connection)
                .<Shared>map(checked -> switch (checked) {
                    case Templates.Checked.Good(var page, int size) ->
                        new Shared.Possible(Set.of(), Optional.of(page.id()));
                    case Templates.Checked.Bad(String problem) ->
                        not("duplicate_template", "the connection's template cannot be copied: " + problem);
                })
                .orElseGet(() -> not("duplicate_template", "the connection has no template page"));
    }

    private Shared everything(Viewer viewer) {
        Pages.Level top = store.pages().top(viewer, Optional.empty(), MOST_PAGES);
        return top.more()
                ? tooMany("the person may share more top-level pages than that")
                : new Shared.Possible(
                        top.pages().stream().map(ShareablePage::id).collect(Collectors.toSet()), Optional.empty());
    }

    private Shared these(Viewer viewer, Set<PageId> pages) {
        if (pages.size() > MOST_PAGES) {
            return tooMany("instead were " + pages.size());
        }
        Set<PageId> shareable = store.pages().shareable(viewer, pages);
        return pages.stream()
                .filter(page -> !shareable.contains(page))
                .findFirst()
                .map(page -> not("pages", "the person can see no page " + page + " in this workspace"))
                .orElseGet(() -> new Shared.Possible(pages, Optional.empty()));
    }

    private static Shared not(String field, String problem) {
        return new Shared.Not(new Answered.Impossible(field, problem));
    }

    private static Shared tooMany(String problem) {
        return not(
                "pages",
                "should be at most " + MOST_PAGES + " pages, " + problem + "; a page brings all below it along");
    }

    private Answered keep(
            String requestId,
            AuthorizationRequest request,
            Installation installation,
            Set<PageId> pages,
            Optional<PageId> template,
            Keeping keeping) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Consent consent = new Consent(
                request.connection().capabilities(), pages, template, request.redirectUri(), request.challenge());
        Authorization pending = Authorization.pending(
                AuthorizationId.random(now, random), installation, now, consent, now.plus(policy.codeLifetime()));
        AuthorizationCode code = AuthorizationCode.random(random);
        if (!keeping.keep(pending, code.hash())) {
            return new Answered.Before();
        }
        audit.record(requestId, new AuditEvent.Consented(pending.id().ref(), installation.client(), pending.bot()));
        return new Answered.Allowed(code, request.answerTo().withCode(code.reveal()));
    }
}
