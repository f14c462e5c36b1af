package dev.keywright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.client.OAuthClient;
import dev.keywright.client.Owner;
import dev.keywright.client.RateLimited;
import dev.keywright.client.Refused;
import dev.keywright.client.TokenResponse;
import dev.keywright.client.Unavailable;
import dev.keywright.testkit.launch.EmulatorNotStartedException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a test can do with its emulator. */
@EmulateNotion(world = "worlds/team.yaml", seed = 7)
class EmulatorIT {
    private final Emulator emulator;
    private final Connection invoices;
    private final OAuthClient client;

    EmulatorIT(Emulator emulator, Connection first) {
        this.emulator = emulator;
        this.invoices = first;
        this.client = Apps.client(emulator, first);
    }

    @Test
    void theWorldIsThatOfTheFile() {
        World world = emulator.world();

        assertThat(world.people()).extracting(Person::email).containsExactly("ada@example.com", "grace@example.com");
        assertThat(world.workspaces()).extracting(Workspace::name).containsExactly("Team");
        assertThat(world.workspaces().get(0).pages().get(0).pages())
                .extracting(Page::title)
                .containsExactly("Next year");
        assertThat(world.connections()).extracting(Connection::name).containsExactly("Invoices", "Calendar");
        assertThat(invoices.redirectUri()).hasToString("http://localhost:3000/callback");
        assertThat(invoices.authorizationUrl()).asString().startsWith(emulator.baseUrl() + "/v1/oauth/authorize?");
    }

    @Test
    void aConnectionIsFoundByNameAndByClientId() {
        Connection calendar = emulator.world().connection("Calendar");

        assertThat(emulator.world().connection(calendar.clientId())).isEqualTo(calendar);
        assertThatThrownBy(() -> emulator.world().connection("Calender"))
                .isInstanceOf(EmulatorRefusedException.class)
                .hasMessageStartingWith("the world has no connection Calender; it has Invoices (");
    }

    @Test
    void secretsAndCodesPrintAsStars() {
        Redirect redirect = emulator.authorize(invoices);

        assertThat(redirect.toString()).doesNotContain(redirect.code());
        assertThat(invoices.toString()).doesNotContain(invoices.clientSecret());
    }

    @Test
    void aPersonAllowsAndTheCodeIsGoodForTokens() throws InterruptedException {
        TokenResponse tokens = Apps.connect(emulator, invoices);

        assertThat(tokens.workspaceName()).contains("Team");
    }

    @Test
    void whoAllowsAndWhatCanBeChosen() throws InterruptedException {
        UUID plans = emulator.world().workspaces().get(0).pages().get(0).id();
        Consent consent = Consent.allow().person("grace@example.com").pages(plans);

        String code = emulator.authorize(invoices.authorizationUrl(), consent).code();

        TokenResponse tokens = (TokenResponse) client.exchange(code, invoices.redirectUri());
        assertThat(tokens.owner())
                .isInstanceOfSatisfying(
                        Owner.Person.class, person -> assertThat(person.email()).contains("grace@example.com"));
    }

    @Test
    void aPersonWhoCancelsSendsTheBrowserBackWithAnError() {
        Redirect redirect = emulator.authorize(invoices.authorizationUrl(), Consent.deny());

        assertThat(redirect.uri()).asString().contains("error=access_denied");
        assertThatThrownBy(redirect::code)
                .isInstanceOf(EmulatorRefusedException.class)
                .hasMessageContaining("access_denied");
    }

    @Test
    void theStateOfTheAppComesBack() {
        URI url = URI.create(invoices.authorizationUrl() + "&state=a%20b");

        assertThat(emulator.authorize(url, Consent.allow()).uri()).asString().contains("state=a");
    }

    @Test
    void whatTheEmulatorRefusesIsSaidInItsOwnSentence() {
        assertThatThrownBy(() -> emulator.authorize(
                        invoices.authorizationUrl(), Consent.allow().person("nobody@example.com")))
                .isInstanceOf(EmulatorRefusedException.class)
                .hasMessageStartingWith("POST /emulator/authorize is refused: person")
                .hasMessageContaining("nobody@example.com");
    }

    @Test
    void timeStandsStillUntilItIsMoved() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(emulator.clock().now()).isEqualTo(start);
        assertThat(emulator.clock().advance(Duration.ofMinutes(10))).isEqualTo(start.plusSeconds(600));
        assertThat(emulator.clock().set(start.plusSeconds(900))).isEqualTo(start.plusSeconds(900));
        assertThat(emulator.clock().stop()).isEqualTo(start.plusSeconds(900));
        assertThatThrownBy(() -> emulator.clock().set(start)).hasMessageContaining("would take the clock back");
    }

    @Test
    void aCodeExpires() throws InterruptedException {
        String code = emulator.authorize(invoices).code();

        emulator.clock().advance(Duration.ofMinutes(11));

        assertThat(client.exchange(code, invoices.redirectUri())).isInstanceOf(Refused.class);
    }

    @Test
    void aFaultMeetsWhomItNamesAsOftenAsItSays() throws InterruptedException {
        emulator.faults()
                .add(Fault.rateLimited(Duration.ofSeconds(7))
                        .client(invoices)
                        .path("/v1/oauth/introspect")
                        .method("POST")
                        .times(2));

        assertThat(client.introspect("x"))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7)));
        assertThat(emulator.faults().waiting()).isEqualTo(1);

        emulator.faults().clear();
        assertThat(client.introspect("x")).isNotInstanceOf(RateLimited.class);
    }

    @Test
    void anAnswerCanBeLost() throws InterruptedException {
        emulator.faults().add(Fault.dropAfter().grantType("authorization_code"));

        assertThat(client.exchange(emulator.authorize(invoices).code(), invoices.redirectUri()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aFaultThatTheEmulatorDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> emulator.faults().add(Fault.status(418)))
                .isInstanceOf(EmulatorRefusedException.class)
                .hasMessageContaining("fault.status should be one of");
    }

    @Test
    void aScenarioIsPlayed() throws InterruptedException {
        emulator.scenario("refresh-token-null", invoices);

        assertThat(Apps.connect(emulator, invoices).refreshToken()).isEmpty();
    }

    @Test
    void aPersonDisconnects() throws InterruptedException {
        TokenResponse tokens = Apps.connect(emulator, invoices);

        assertThat(emulator.revoke(tokens.botId().toString())).isEqualTo(1);

        assertThat(client.refresh(tokens.refreshToken().orElseThrow())).isInstanceOf(Refused.class);
    }

    @Test
    void afterAResetTheSameSeedGivesTheSameCode() {
        emulator.reset();
        String first = emulator.authorize(invoices).code();
        emulator.reset();

        assertThat(emulator.authorize(invoices).code()).isEqualTo(first);
    }

    @Test
    void withoutJUnitItIsStartedAndStoppedByHand() {
        Emulator other = Emulator.start(EmulatorSettings.defaults());
        try (other) {
            assertThat(other.world().connections()).hasSize(3);
            assertThat(other.baseUrl()).isNotEqualTo(emulator.baseUrl());
        }
        other.close();
        assertThatThrownBy(other::world).hasMessageContaining("does not answer");
    }

    @Test
    void aWorldThatCannotBeReadIsTheMessage() {
        assertThatThrownBy(() -> Emulator.start(EmulatorSettings.defaults().world("worlds/wrong.yaml")))
                .isInstanceOf(EmulatorNotStartedException.class)
                .hasMessageContainingAll("wrong.yaml", "peoples");
    }

    @Test
    void withAutoApproveTheAuthorizationUrlAnswersAtOnce() throws Exception {
        try (Emulator other = Emulator.start(EmulatorSettings.defaults().autoApprove(true))) {
            URI url = other.connection().authorizationUrl();

            assertThat(Apps.locationOf(url))
                    .startsWith(other.connection().redirectUri().toString());
        }
    }
}
