package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picker stays usable where there are 20,000 pages (how quick it is, the browser suite says): 2,000 at the top, and one of them with 18,000 below it. */
class LargeWorkspaceTest {
    private static final int TOP = 2_000;
    private static final int BELOW = 18_000;

    private static Path world(Path folder) throws IOException {
        StringBuilder world = new StringBuilder("""
                people: [{email: ada@example.com}]
                workspaces:
                  - name: Large
                    members: [ada@example.com]
                    pages:
                      - title: Archive
                        pages:
                """);
        for (int i = 0; i < BELOW; i++) {
            world.append("          - {title: 'Meeting notes of day ").append(i).append("'}\n");
        }
        for (int i = 1; i < TOP; i++) {
            world.append("      - {title: 'Project ").append(i).append("'}\n");
        }
        world.append("""
                connections:
                  - client_id: 463558a3-725e-4f37-b6d3-0889894f68de
                    client_secret: secret_for_tests_only_0123456789abcdef
                    name: Example
                    redirect_uris: ["http://localhost:3000/auth/callback"]
                """);
        return Files.writeString(folder.resolve("world.yaml"), world);
    }

    @Test
    void levelsComeInPartsAPageIsFoundByItsTitleAndNothingIsLoadedWhole(@TempDir Path folder) throws IOException {
        try (TestServer server = TestServer.emulate("world", world(folder).toString())) {
            Browser browser = Browser.of(server, "ada@example.com");
            String path = Browser.path(
                    browser.open("/install-integration?" + Flow.of(server).query(Map.of())));
            Reply picker = browser.open(path + "/pages");
            String archive = browser.open(path + "/search?q=archive")
                    .json()
                    .at("/pages/0/id")
                    .asString();

            assertThat(picker.text()).contains("Archive", "Show more").doesNotContain("Project 500");
            Reply level = browser.open(path + "/level?in=" + archive);
            assertThat(level.json().path("pages").size()).isEqualTo(100);
            assertThat(level.json().path("more").asBoolean()).isTrue();
            Reply found = browser.open(path + "/search?q=" + "day+17999");
            assertThat(found.json().path("pages").size()).isEqualTo(1);

            Reply tooMany = browser.send(path + "/pages", "go", "all");
            browser.open(path + "/pages");
            assertThat(browser.open(Browser.path(tooMany)).text()).contains("too many to select at once");
        }
    }
}
