package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code client_secret_post}: Notion has none of it, the standard dialect takes it, and nobody takes two mechanisms. */
class CredentialsInTheBodyTest {
    @AutoClose
    private static final TestServer NOTION = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard");

    private static Map<String, String> exchange(String code, App inBody) {
        return Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", App.EXAMPLE.redirectUri(),
                "client_id", inBody.id(),
                "client_secret", inBody.secret());
    }

    @Test
    void notionRefusesCredentialsThatAreOnlyInTheBody() {
        Map<String, String> body = exchange(Flow.of(NOTION).code(), App.EXAMPLE);

        assertThat(NOTION.post(Flow.TOKEN).form(body).send().refusal()).isEqualTo("401 invalid_client");
        assertThat(NOTION.post(Flow.TOKEN).json(body).send().refusal()).isEqualTo("401 invalid_client");
    }

    @Test
    void theStandardDialectAcceptsThemInFormAndJson() {
        Flow flow = Flow.of(STANDARD);

        assertThat(STANDARD.post(Flow.TOKEN)
                        .form(exchange(flow.code(), App.EXAMPLE))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(STANDARD.post(Flow.TOKEN)
                        .json(exchange(flow.code(), App.EXAMPLE))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theStandardDialectRefusesAWrongSecretInTheBody() {
        Map<String, String> body = exchange(Flow.of(STANDARD).code(), new App(App.EXAMPLE.id(), "wrong", ""));

        assertThat(STANDARD.post(Flow.TOKEN).form(body).send().refusal()).isEqualTo("401 invalid_client");
    }

    /** C2: the header counts, the body is ignored. */
    @Test
    void notionIgnoresTheBodyWhereThereIsAHeader() {
        Map<String, String> body = exchange(Flow.of(NOTION).code(), App.EXAMPLE);

        assertThat(NOTION.post(Flow.TOKEN).basic(App.EXAMPLE).form(body).send().status())
                .isEqualTo(200);
    }

    /** C2: one mechanism a request (RFC 6749 §2.3), and the code is as good as before. */
    @Test
    void theStandardDialectRefusesTwoMechanisms() {
        Flow flow = Flow.of(STANDARD);
        String code = flow.code();

        Reply reply = STANDARD.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .form(exchange(code, App.EXAMPLE))
                .send();

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    /** C3: whoever the body names, the header authenticated. */
    @Test
    void notionIgnoresAnotherClientIdInTheBody() {
        Flow flow = Flow.of(NOTION);

        Reply reply = flow.exchange(flow.code(), Map.of("client_id", App.REPORTS.id()));

        assertThat(reply.status()).isEqualTo(200);
    }

    /** C3 */
    @Test
    void theStandardDialectRefusesAnotherClientIdInTheBody() {
        Flow flow = Flow.of(STANDARD);
        String code = flow.code();

        Reply reply = flow.exchange(code, Map.of("client_id", App.REPORTS.id()));

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    /** Many clients repeat their own id there. */
    @Test
    void theOwnClientIdInTheBodyIsFine() {
        Flow flow = Flow.of(STANDARD);

        assertThat(flow.exchange(flow.code(), Map.of("client_id", App.EXAMPLE.id()))
                        .status())
                .isEqualTo(200);
    }
}
