package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: every call of the token endpoints leaves a line with its outcome and, when it was refused, the private reason. */
class AuditTest {
    private static final App LEDGER = TestWorld.LEDGER;
    private static final App DESK = TestWorld.DESK;
    private static final String REF = "ref=[0-9A-Za-z]{12}";

    private static Production production;
    private static Logged log;

    @BeforeAll
    static void start(@TempDir Path folder) {
        log = Logged.everything();
        production = Production.start(folder, 12, List.of(LEDGER), "rotation_grace", "PT0S");
    }

    @AfterAll
    static void stop() {
        production.close();
        log.close();
    }

    private static void assertAudited(Reply reply, String... patterns) {
        List<String> lines = log.audit(reply);
        assertThat(lines).hasSize(patterns.length);
        for (int i = 0; i < patterns.length; i++) {
            assertThat(lines.get(i)).matches(patterns[i]);
        }
    }

    @Test
    void anExchangeIsAudited() {
        Reply reply = production.flow(LEDGER).exchange(production.code(LEDGER));

        assertAudited(reply, "redeemed " + REF + " client=" + LEDGER.id() + " bot=" + reply.field("bot_id"));
    }

    @Test
    void aRefreshIsAudited() {
        Reply reply = production.flow(LEDGER).refresh(production.tokens(LEDGER).refresh());

        assertAudited(reply, "refreshed " + REF + " client=" + LEDGER.id() + " generation=2 repeated=false");
    }

    @Test
    void aRevocationIsAudited() {
        Reply reply = production.flow(LEDGER).revoke(production.tokens(LEDGER).refresh());

        assertAudited(reply, "ended " + REF + " client=" + LEDGER.id() + " why=REVOKED");
    }

    @Test
    void aRevocationOfNothingIsAudited() {
        assertAudited(production.flow(LEDGER).revoke("ntn_x"), "nothing_to_revoke client=" + LEDGER.id());
    }

    /** D1 */
    @Test
    void aReplayedCodeIsAudited() {
        Flow flow = production.flow(LEDGER);
        String code = production.code(LEDGER);
        flow.exchange(code);

        assertAudited(
                flow.exchange(code),
                "ended " + REF + " client=" + LEDGER.id() + " why=CODE_REPLAYED",
                "refused endpoint=/v1/oauth/token client=" + LEDGER.id()
                        + " error=invalid_grant reason=\"the code had been used already.*");
    }

    /** E1 */
    @Test
    void aReplayedRefreshTokenIsAudited() {
        Flow flow = production.flow(LEDGER);
        Pair pair = production.tokens(LEDGER);
        flow.refresh(pair.refresh());

        assertAudited(
                flow.refresh(pair.refresh()),
                "ended " + REF + " client=" + LEDGER.id() + " why=REFRESH_TOKEN_REPLAYED",
                "refused .* error=invalid_grant reason=\"the refresh token of generation 1 was replaced.*");
    }

    /** D3 */
    @Test
    void aForeignCodeIsAudited() {
        Reply reply =
                production.flow(DESK).exchange(production.code(LEDGER), Map.of("redirect_uri", LEDGER.redirectUri()));

        assertAudited(
                reply,
                "foreign_credential " + REF + " owner=" + LEDGER.id() + " presented_by=" + DESK.id(),
                "refused .* client=" + DESK.id() + " error=invalid_grant reason=\"the code was issued to another.*");
    }

    /** E7 */
    @Test
    void aForeignRefreshTokenIsAudited() {
        Reply reply = production.flow(DESK).refresh(production.tokens(LEDGER).refresh());

        assertAudited(
                reply,
                "foreign_credential " + REF + " owner=" + LEDGER.id() + " presented_by=" + DESK.id(),
                "refused .* client=" + DESK.id() + " error=invalid_grant .*");
    }

    /** F6 */
    @Test
    void aForeignRevocationIsAudited() {
        Reply reply = production.flow(DESK).revoke(production.tokens(LEDGER).access());

        assertAudited(reply, "foreign_credential " + REF + " owner=" + LEDGER.id() + " presented_by=" + DESK.id());
    }

    /** C1: outside all failures look the same, here each says why. */
    @Test
    void aFailedAuthenticationIsAuditedWithItsReason() {
        TestServer server = production.server();

        assertAudited(
                server.post(Flow.TOKEN).send(),
                "refused endpoint=/v1/oauth/token client=- error=invalid_client"
                        + " reason=\"there is no Authorization header.*");
        assertAudited(
                server.post(Flow.REVOKE).basic(TestWorld.GONE).send(),
                "refused endpoint=/v1/oauth/revoke client=- error=invalid_client"
                        + " reason=\"the connection Gone is disabled\"");
        assertAudited(
                server.post(Flow.INTROSPECT).basic(LEDGER.id(), "wrong").send(),
                "refused .* error=invalid_client reason=\"the client_secret \\(…\\) is not the one of Ledger\"");
    }

    /** F10: what a client puts into its parameters cannot make a line of its own. */
    @Test
    void aClientCannotForgeALine() {
        Reply reply = production.flow(LEDGER).token(Map.of("grant_type", "x\nkeywright.audit forged\r\n\u2028"));

        assertAudited(reply, "refused [^\\n\\r\\u2028]*");
    }
}
