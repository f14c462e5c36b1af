package dev.keywright.server.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Dialect;
import dev.keywright.protocol.FormText;
import dev.keywright.protocol.ParameterReader;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.World;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentRequestsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final SecretHash SESSION = SecretHash.of("a session");
    private static final String QUERY = "response_type=code&client_id=" + Sample.APP + "&redirect_uri="
            + FormText.encode(Sample.REDIRECT_URI) + "&owner=user&state=s";

    @TempDir
    Path folder;

    private Store store;
    private Instant now = START;
    private AuthorizationRequests requests;
    private ConsentRequests consentRequests;
    private Consents consents;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder, Durability.NOT_SYNCED, 8, new SecureRandom());
        store.fill(Sample.world());
        requests = new AuthorizationRequests(store, Dialect.NOTION, "https://issuer.example");
        consentRequests = new ConsentRequests(store, requests, () -> now, new SecureRandom());
        consents = new Consents(
                store, AuthorizationPolicy.DEFAULT, () -> now, new SecureRandom(), (requestId, event) -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }

    private AuthorizationRequest request() {
        return ((CheckedRequest.Valid) requests.check(ParameterReader.form(QUERY))).request();
    }

    private String asked() {
        return ((ConsentRequests.Put.Asked) consentRequests.put(request(), SESSION, Sample.ADA)).name();
    }

    private ConsentRequests.Found found(String name) {
        return consentRequests.find(name, SESSION, Sample.ADA);
    }

    private ConsentRequest open(String name) {
        return ((ConsentRequests.Found.Open) found(name)).consent();
    }

    @Test
    void theRequestIsKeptAsItCameAndIsFoundByItsNameForHalfAnHour() {
        String name = asked();
        assertThat(name).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(asked());

        ConsentRequest consent = open(name);
        assertThat(consent.request().query()).isEqualTo(QUERY);
        assertThat(consent.workspace().id()).isEqualTo(Sample.HOME);
        assertThat(consent.pages()).isEmpty();

        now = START.plus(ConsentRequests.LIFETIME).minusMillis(1);
        assertThat(found(name)).isInstanceOf(ConsentRequests.Found.Open.class);
        now = START.plus(ConsentRequests.LIFETIME);
        assertThat(found(name)).isEqualTo(new ConsentRequests.Found.Nothing());
        assertThat(found("another name")).isEqualTo(new ConsentRequests.Found.Nothing());
    }

    /** B8: whoever is another session, of this person or of another, does not answer. */
    @Test
    void anotherSessionFindsNothingToAnswer() {
        String name = asked();

        var refused = new ConsentRequests.Found.OfAnotherSession(QUERY);
        assertThat(consentRequests.find(name, SecretHash.of("another session"), Sample.ADA))
                .isEqualTo(refused);
        assertThat(consentRequests.find(name, SESSION, Sample.BOB)).isEqualTo(refused);
    }

    /** B7. */
    @Test
    void aConsentRequestIsAnsweredOnce() {
        String name = asked();
        ConsentRequest consent = open(name);

        assertThat(consents.allow("r", consent, new Sharing.These(Set.of(Sample.TOP))))
                .isInstanceOf(Answered.Allowed.class);
        assertThat(consents.allow("r", consent, new Sharing.These(Set.of(Sample.TOP))))
                .isEqualTo(new Answered.Before());
        assertThat(consents.deny(consent)).isEqualTo(new Answered.Before());
        assertThat(found(name))
                .isEqualTo(new ConsentRequests.Found.Answered(request().connection(), QUERY));
    }

    /** B5: the answer names a page of another workspace; the consent request stays open. */
    @Test
    void aPageThatThePersonMayNotShareIsNotTaken() {
        ConsentRequest consent = open(asked());

        assertThat(consentRequests.tick(consent, Set.of(Sample.TOP, Sample.TEMPLATE)))
                .isFalse();
        assertThat(consents.allow("r", consent, new Sharing.These(Set.of(Sample.TEMPLATE))))
                .isInstanceOf(Answered.Impossible.class);
        assertThat(consents.allow("r", consent, new Sharing.These(Set.of(Sample.TOP))))
                .isInstanceOf(Answered.Allowed.class);
    }

    /** B6: the connection belongs to Ada, and the template to a workspace of which she is no member. */
    @Test
    void aTemplateThatTheOwnerOfTheConnectionCannotSeeIsNotCopied() {
        ConsentRequest consent = open(asked());

        assertThat(consents.allow("r", consent, new Sharing.Template()))
                .isEqualTo(new Answered.Impossible(
                        "duplicate_template",
                        "the connection's template cannot be copied: there is no such page that the connection's owner"
                                + " can see"));
        assertThat(store.world()).isEqualTo(Sample.world());
    }

    @Test
    void theWorkspaceIsOneOfThePersonsAndTicksBelongToIt() {
        String name = ((ConsentRequests.Put.Asked) consentRequests.put(request(), SESSION, Sample.BOB)).name();
        ConsentRequest consent =
                ((ConsentRequests.Found.Open) consentRequests.find(name, SESSION, Sample.BOB)).consent();
        assertThat(consent.workspace().id()).isEqualTo(Sample.OTHER);
        assertThat(consentRequests.tick(consent, Set.of(Sample.TEMPLATE))).isTrue();

        assertThat(consentRequests.chooseWorkspace(consent, Sample.HOME)).isTrue();

        ConsentRequest moved = ((ConsentRequests.Found.Open) consentRequests.find(name, SESSION, Sample.BOB)).consent();
        assertThat(moved.workspace().id()).isEqualTo(Sample.HOME);
        assertThat(moved.pages()).isEmpty();
        assertThat(consentRequests.chooseWorkspace(open(asked()), Sample.OTHER)).isFalse();
    }

    @Test
    void aConnectionThatWasRemovedMeanwhileAsksForNothing() {
        String name = asked();
        World world = Sample.world();
        ConsentRequest consent = open(name);
        store.replace(new World(world.people(), world.workspaces(), world.pages(), List.of()));
        assertThat(found(name)).isEqualTo(new ConsentRequests.Found.Nothing());
        assertThat(consents.deny(consent)).isEqualTo(new Answered.Before());
    }
}
