package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and titles that people chose to mislead (B3). */
class HostileNamesTest {
    private static final String WORLD = """
            people:
              - {email: ada@example.com, name: "<b>Ada</b>"}
            workspaces:
              - name: "Home \\u202Edlrow"
                members: [ada@example.com]
                pages:
                  - title: "<img src=x onerror=alert(1)>"
                    pages: [{title: "\\"><script>alert(2)</script>"}]
                  - title: "invoice\\u202Efdp.exe"
                  - title: "%s"
            connections:
              - client_id: 463558a3-725e-4f37-b6d3-0889894f68de
                client_secret: secret_for_tests_only_0123456789abcdef
                name: "<script>alert(3)</script>\\u202E%s"
                website: https://example.com/?q=%%3Cb%%3E
                redirect_uris: ["https://xn--80ak6aa92e.example/callback"]
            """.formatted("long ".repeat(2000), "n".repeat(5000));

    @Test
    void namesAreEscapedIsolatedAndClippedAndTheHostIsShown(@TempDir Path folder) throws IOException {
        Path world = Files.writeString(folder.resolve("world.yaml"), WORLD);
        try (TestServer server = TestServer.emulate("world", world.toString())) {
            Flow flow = new Flow(
                    server, new App(App.EXAMPLE.id(), App.EXAMPLE.secret(), "https://xn--80ak6aa92e.example/callback"));
            Browser browser = Browser.of(server, "ada@example.com");

            Reply consent = browser.visit(Flow.AUTHORIZE + "?" + flow.query(Map.of()));
            String path = Browser.path(browser.open("/install-integration?" + flow.query(Map.of())));
            Reply picker = browser.open(path + "/pages");
            Reply found = browser.open(path + "/search?q=invoice");

            for (Reply page : new Reply[] {consent, picker}) {
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.text())
                        .doesNotContain("<script>alert", "<img src=x", "<b>Ada", "\u202e")
                        .contains("<bdi>&lt;script&gt;alert(3)");
                assertThat(page.body().length).isLessThan(30_000);
            }
            assertThat(consent.text()).contains("<bdi>xn--80ak6aa92e.example</bdi>");
            assertThat(picker.text()).contains("&lt;img src=x onerror=alert(1)&gt;", "invoice\u00b7fdp.exe");
            assertThat(found.text()).contains("invoice\u00b7fdp.exe").doesNotContain("\u202e");
        }
    }
}
