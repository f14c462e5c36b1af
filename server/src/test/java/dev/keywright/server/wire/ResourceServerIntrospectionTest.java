package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A resource server introspects any token, and does nothing else (RFC 7662 §2.1). */
class ResourceServerIntrospectionTest {
    private static final String INACTIVE = "{\"active\":false,\"request_id\":\"<id>\"}";
    private static final String ADMIN = "owner@example.com";

    @AutoClose
    private static final TestServer NOTION = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard");

    private static ResourceServers.Credentials ofNotion;
    private static ResourceServers.Credentials ofStandard;

    @BeforeAll
    static void make() {
        ofNotion = ResourceServers.make(Browser.of(NOTION, ADMIN), "Invoices");
        ofStandard = ResourceServers.make(Browser.of(STANDARD, ADMIN), "Invoices");
    }

    @Test
    void itLearnsWhatTheTokensOwnConnectionLearns() {
        for (App app : List.of(App.EXAMPLE, App.REPORTS)) {
            Flow notion = new Flow(NOTION, app);
            Flow standard = new Flow(STANDARD, app);
            Pair one = notion.tokens();
            Pair other = standard.tokens();

            assertThat(ofNotion.introspect(NOTION, one.access()).shape())
                    .isEqualTo(notion.introspect(one.access()).shape())
                    .startsWith("{\"active\":true");
            assertThat(ofStandard.introspect(STANDARD, other.access()).shape())
                    .isEqualTo(standard.introspect(other.access()).shape())
                    .contains("\"client_id\":\"" + app.id());
        }
    }

    /** F8, RFC 7662 §4: what opens the token endpoint opens no resource server, so that none takes it for a bearer token. */
    @Test
    void aRefreshTokenIsInactiveToIt() {
        Pair one = Flow.of(NOTION).tokens();
        Pair other = Flow.of(STANDARD).tokens();

        assertThat(ofNotion.introspect(NOTION, one.refresh()).shape()).isEqualTo(INACTIVE);
        assertThat(ofStandard.introspect(STANDARD, other.refresh()).shape()).isEqualTo(INACTIVE);
    }

    /** F2 */
    @Test
    void whatIsNoLiveTokenLooksTheSame() {
        Flow flow = Flow.of(NOTION);
        Pair revoked = flow.tokens();
        flow.revoke(revoked.access());

        for (String token : List.of("x", "ntn_" + "0".repeat(46), revoked.access(), revoked.refresh(), flow.code())) {
            assertThat(ofNotion.introspect(NOTION, token).shape()).isEqualTo(INACTIVE);
        }
    }

    static List<Map<String, String>> grants() {
        return List.of(
                Map.of("grant_type", "authorization_code", "code", "e202e8c9-0990-40af-855f-ff8f872b1ec6"),
                Map.of("grant_type", "refresh_token", "refresh_token", "nrt_x"),
                Map.of());
    }

    /** At the other endpoints it is a stranger, to the letter. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("grants")
    void itGetsNoToken(Map<String, String> grant) {
        Reply unknown = NOTION.post(Flow.TOKEN)
                .basic("55555555-dddd-4ddd-8ddd-555555555599", ofNotion.secret())
                .json(grant)
                .send();

        Reply reply = NOTION.post(Flow.TOKEN)
                .basic(ofNotion.id(), ofNotion.secret())
                .json(grant)
                .send();

        assertThat(reply.refusal()).isEqualTo("401 invalid_client");
        assertThat(reply.shape()).isEqualTo(unknown.shape());
        assertThat(reply.header("www-authenticate")).isEqualTo("Basic realm=\"OAuth\"");
    }

    @Test
    void itRevokesNoToken() {
        Flow flow = Flow.of(NOTION);
        Pair pair = flow.tokens();

        Reply reply = NOTION.post(Flow.REVOKE)
                .basic(ofNotion.id(), ofNotion.secret())
                .json(Map.of("token", pair.access()))
                .send();

        assertThat(reply.refusal()).isEqualTo("401 invalid_client");
        assertThat(flow.active(pair.access())).isTrue();
    }

    @Test
    void itIsNoAppThatPeopleCanBeSentTo() {
        assertThat(Flow.of(NOTION).browse(Map.of("client_id", ofNotion.id())).status())
                .isEqualTo(400);
    }

    /** C1: a wrong secret, another's secret and an unknown id are one and the same. */
    @Test
    void everyFailureLooksLikeThatOfAConnection() {
        Map<String, String> body = Map.of("token", Flow.of(NOTION).tokens().access());
        Reply unknown = NOTION.post(Flow.INTROSPECT)
                .basic("55555555-dddd-4ddd-8ddd-555555555599", "x")
                .json(body)
                .send();

        for (Reply reply : List.of(
                NOTION.post(Flow.INTROSPECT)
                        .basic(ofNotion.id(), ofNotion.secret() + "x")
                        .json(body)
                        .send(),
                NOTION.post(Flow.INTROSPECT)
                        .basic(ofNotion.id(), App.EXAMPLE.secret())
                        .json(body)
                        .send(),
                NOTION.post(Flow.INTROSPECT)
                        .basic(App.EXAMPLE.id(), ofNotion.secret())
                        .json(body)
                        .send())) {
            assertThat(reply.refusal()).isEqualTo("401 invalid_client");
            assertThat(reply.shape()).isEqualTo(unknown.shape());
            assertThat(reply.headers().stream().map(Map.Entry::getKey))
                    .isEqualTo(unknown.headers().stream().map(Map.Entry::getKey).toList());
        }
    }

    @Test
    void aDeletedResourceServerIsRefusedAtOnce() {
        Browser admin = Browser.of(NOTION, ADMIN);
        ResourceServers.Credentials deleted = ResourceServers.make(admin, "Short-lived");
        String token = Flow.of(NOTION).tokens().access();
        assertThat(deleted.introspect(NOTION, token).status()).isEqualTo(200);

        ResourceServers.delete(admin, deleted);

        assertThat(deleted.introspect(NOTION, token).refusal()).isEqualTo("401 invalid_client");
    }

    /** C8 */
    @Test
    void whoGuessesItsSecretIsThrottled(@TempDir Path folder) {
        try (Household household = Household.start(folder)) {
            ResourceServers.Credentials made = ResourceServers.make(household.admin(), "Invoices");
            ResourceServers.Credentials guess = new ResourceServers.Credentials(made.id(), "guess");

            int guesses = 0;
            while (guess.introspect(household.server(), "x").status() == 401) {
                guesses++;
            }

            assertThat(guesses).isPositive();
            Reply throttled = made.introspect(household.server(), "x");
            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.header("retry-after")).isNotEmpty();
        }
    }

    /** I7, G1 */
    @Test
    void whatItIsRefusedIsAuditedWithoutItsSecret(@TempDir Path folder) {
        try (Logged log = Logged.everything();
                Household household = Household.start(folder)) {
            ResourceServers.Credentials made = ResourceServers.make(household.admin(), "Invoices");
            ResourceServers.Credentials guess = new ResourceServers.Credentials(made.id(), made.secret() + "x");

            Reply wrong = guess.introspect(household.server(), "x");
            Reply incomplete = household
                    .server()
                    .post(Flow.INTROSPECT)
                    .basic(made.id(), made.secret())
                    .json("{}")
                    .send();

            assertThat(log.audit(wrong)).singleElement().asString().contains("the resource server Invoices");
            assertThat(log.audit(incomplete))
                    .containsExactly("refused endpoint=/v1/oauth/introspect client=" + made.id()
                            + " error=invalid_request reason=\"token is missing\"");
            assertThat(log.audit(wrong).toString()).doesNotContain(made.secret());
        }
    }

    /** C10 */
    @Test
    void itsSecretIsNowhereInTheDataInClear(@TempDir Path folder) throws Exception {
        ResourceServers.Credentials made;
        try (Household household = Household.start(folder)) {
            made = ResourceServers.make(household.admin(), "Invoices");
            made.introspect(household.server(), "x");
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllBytes(file))
                        .as(file.toString())
                        .satisfies(
                                content -> assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1))
                                        .doesNotContain(made.secret()));
            }
        }
    }
}
