package dev.keywright.server.identity;

import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Links that work once: to become the first admin, and to join. The secret is behind the {@code #}, which a browser sends to
 * nobody, so that it is in no log and no {@code Referer}; a form brings it.
 */
public final class OneTimeLinks {
    /** Where the first admin is made. */
    public static final String SETUP = "/setup";

    /** Where a person who was invited chooses a password. */
    public static final String JOIN = "/join";

    private static final Duration SETUP_LIFETIME = Duration.ofHours(24);
    private static final Duration INVITATION_LIFETIME = Duration.ofDays(7);

    private final Store store;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final BrowserCookies cookies;
    private final String publicUrl;

    /** Links of the server with this public URL. */
    public OneTimeLinks(
            Store store, InstantSource clock, RandomGenerator random, BrowserCookies cookies, String publicUrl) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.cookies = cookies;
        this.publicUrl = publicUrl;
    }

    /** A new link to become an admin, in place of any before; none when there is an admin, unless {@code evenSo}. */
    public Optional<String> offerSetup(boolean evenSo) {
        String secret = cookies.random();
        return store.credentials()
                        .offerSetup(SecretHash.of(secret), clock.instant().plus(SETUP_LIFETIME), evenSo)
                ? Optional.of(publicUrl + SETUP + "#" + secret)
                : Optional.empty();
    }

    /** Uses such a link; gives the admin, or nobody when the link does not hold. */
    public Optional<PersonId> setUp(String secret, String name, String email, String phc, Optional<String> workspace) {
        Person person = new Person(new PersonId(Uuids.random(random)), Optional.of(name), Optional.empty(), email);
        Optional<Workspace> first = workspace.map(
                called -> new Workspace(new WorkspaceId(Uuids.random(random)), called, Optional.empty(), List.of()));
        return store.credentials().setUp(SecretHash.of(secret), clock.instant(), person, phc, first);
    }

    /** A new link for a person to choose a password, in place of any before. */
    public String invite(PersonId person) {
        String secret = cookies.random();
        Instant ends = clock.instant().plus(INVITATION_LIFETIME);
        store.credentials().invite(person, SecretHash.of(secret), ends);
        return publicUrl + JOIN + "#" + secret;
    }

    /** Whom a link is for, while it holds. */
    public Optional<PersonId> invited(String secret) {
        return store.credentials().invited(SecretHash.of(secret), clock.instant());
    }

    /** Uses such a link; gives the person, or nobody when the link does not hold. */
    public Optional<PersonId> accept(String secret, Optional<String> name, String phc) {
        return store.credentials().accept(SecretHash.of(secret), clock.instant(), name, phc);
    }
}
