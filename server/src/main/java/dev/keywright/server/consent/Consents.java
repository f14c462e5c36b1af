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
    private final AuthorizationPolicy policy;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AuditTrail audit;

    /** Keeps consents in a store; {@code random} makes codes, so it must be cryptographically strong in production. */
    public Consents(
            Store store, AuthorizationPolicy policy, InstantSource clock, RandomGenerator random, AuditTrail audit) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
        this.random = random;
        this.audit = audit;
    }

    /** Takes the answer. */
    public Answered answer(String requestId, AuthorizationRequest request, PersonsAnswer answer) {
        return switch (answer) {
            case PersonsAnswer.Deny deny ->
                new Answered.Denied(request.answerTo().withError("access_denied"));
            case PersonsAnswer.Allow allow -> allow(requestId, request, allow);
        };
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
        Optional<Workspace> workspace = store.workspaces().stream()
                .filter(candidate ->
                        answer.workspace().map(candidate.id()::equals).orElse(true))
                .filter(candidate -> connection.installationScope().includes(candidate.id()))
                .filter(candidate -> asked.map(candidate.members()::contains)
                        .orElse(!candidate.members().isEmpty()))
                .findFirst();
        if (workspace.isEmpty()) {
            return new Answered.Impossible(
                    "workspace",
                    "there is no such workspace that the person is a member of and the connection may be installed in");
        }
        PersonId person = asked.orElseGet(() -> workspace.get().members().getFirst());
        Installation installation =
                new Installation(connection.id(), workspace.get().id(), person);
        return answer.duplicateTemplate()
                ? allowTemplate(requestId, request, installation, answer)
                : allowPages(requestId, request, installation, answer);
    }

    private Answered allowTemplate(
            String requestId, AuthorizationRequest request, Installation installation, PersonsAnswer.Allow answer) {
        if (request.connection().templatePage().isEmpty()) {
            return new Answered.Impossible("duplicate_template", "the connection has no template page");
        }
        if (answer.pages().isPresent()) {
            return new Answered.Impossible("pages", "either the template is copied or pages are shared, not both");
        }
        return keep(
                requestId, request, installation, Set.of(), request.connection().templatePage());
    }

    private Answered allowPages(
            String requestId, AuthorizationRequest request, Installation installation, PersonsAnswer.Allow answer) {
        Viewer viewer = new Viewer(installation.workspace(), installation.person());
        if (answer.pages().isEmpty()) {
            Pages.Level top = store.pages().top(viewer, Optional.empty(), MOST_PAGES);
            return top.more()
                    ? tooMany("the person may share more top-level pages than that")
                    : keep(
                            requestId,
                            request,
                            installation,
                            top.pages().stream().map(ShareablePage::id).collect(Collectors.toSet()),
                            Optional.empty());
        }
        Set<PageId> pages = answer.pages().get();
        if (pages.size() > MOST_PAGES) {
            return tooMany("instead were " + pages.size());
        }
        Set<PageId> shareable = store.pages().shareable(viewer, pages);
        for (PageId page : pages) {
            if (!shareable.contains(page)) {
                return new Answered.Impossible("pages", "the person can see no page " + page + " in this workspace");
            }
        }
        return keep(requestId, request, installation, pages, Optional.empty());
    }

    private static Answered tooMany(String problem) {
        return new Answered.Impossible(
                "pages",
                "should be at most " + MOST_PAGES + " pages, " + problem + "; a page brings all below it along");
    }

    private Answered keep(
            String requestId,
            AuthorizationRequest request,
            Installation installation,
            Set<PageId> pages,
            Optional<PageId> template) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Consent consent = new Consent(
                request.connection().capabilities(), pages, template, request.redirectUri(), request.challenge());
        Authorization pending = Authorization.pending(
                AuthorizationId.random(now, random), installation, now, consent, now.plus(policy.codeLifetime()));
        AuthorizationCode code = AuthorizationCode.random(random);
        store.authorizations().begin(pending, code.hash());
        audit.record(requestId, new AuditEvent.Consented(pending.id().ref(), installation.client(), pending.bot()));
        return new Answered.Allowed(code, request.answerTo().withCode(code.reveal()));
    }
}
