package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** D7: codes and tokens of people who were deactivated or left, and of workspaces that are no more. */
class WhatEndsWithPeopleTest {
    private static final String OWNER = "owner@example.com";
    private static final String GRACE = "grace@example.com";

    @Test
    void whoeverIsDeactivatedTakesEveryCodeAndTokenAlong() {
        endsWith(admin -> {
            String page = find(admin.open("/people").text(), "href=\"(/people/[0-9a-f-]{36})\"(?:(?!</a>).)*" + GRACE);
            admin.open(page);
            assertThat(admin.send(page, "do", "deactivate").status()).isEqualTo(303);
        });
    }

    @Test
    void whoeverLeavesAWorkspaceTakesWhatWasInstalledThereAlong() {
        endsWith(admin -> {
            String page = workspaceOfGrace(admin);
            String grace = find(
                    admin.open(page).text(), "name=\"person\" value=\"([0-9a-f-]{36})\"[^>]*aria-label=\"Remove Grace");
            assertThat(admin.send(page + "/leave", "person", grace).status()).isEqualTo(303);
        });
    }

    @Test
    void aDeletedWorkspaceTakesEverythingAlong() {
        endsWith(admin -> {
            String page = workspaceOfGrace(admin);
            String name = find(admin.open(page).text(), "aria-label=\"Name of the workspace\" value=\"([^\"]+)\"");
            assertThat(admin.send(page + "/delete", "name", name).status()).isEqualTo(303);
        });
    }

    /** The first workspace that Grace is a member of: where she installs by default. */
    private static String workspaceOfGrace(Browser admin) {
        Matcher pages = Pattern.compile("href=\"(/workspaces/[0-9a-f-]{36})\"")
                .matcher(admin.open("/workspaces").text());
        while (pages.find()) {
            if (admin.open(pages.group(1)).text().contains("Remove Grace")) {
                return pages.group(1);
            }
        }
        throw new AssertionError("Grace is a member of no workspace");
    }

    private static void endsWith(Consumer<Browser> what) {
        try (TestServer server = TestServer.emulate()) {
            Flow flow = Flow.of(server);
            String pending = flow.code(Map.of("person", GRACE));
            Pair pair = Pair.of(flow.exchange(flow.code(Map.of("person", GRACE))));
            assertThat(flow.me(pair.access()).status()).isEqualTo(200);

            what.accept(Browser.of(server, OWNER));

            assertThat(flow.exchange(pending).refusal()).isEqualTo("400 invalid_grant");
            assertThat(flow.refresh(pair.refresh()).refusal()).isEqualTo("400 invalid_grant");
            assertThat(flow.me(pair.access()).status()).isEqualTo(401);
            assertThat(flow.active(pair.access())).isFalse();
            assertThat(flow.active(pair.refresh())).isFalse();
        }
    }

    private static String find(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + page);
        }
        return matcher.group(1);
    }

    @Test
    void nobodyConsentsForWhoeverIsDeactivated() {
        try (TestServer server = TestServer.emulate()) {
            Flow flow = Flow.of(server);
            Browser admin = Browser.of(server, OWNER);
            String page = find(admin.open("/people").text(), "href=\"(/people/[0-9a-f-]{36})\"(?:(?!</a>).)*" + GRACE);
            admin.open(page);
            admin.send(page, "do", "deactivate");

            Reply reply = flow.authorize(Map.of("person", GRACE));

            String code = reply.field("code");
            assertThat(
                            code.isEmpty()
                                    ? "400 invalid_grant"
                                    : flow.exchange(code).refusal())
                    .isEqualTo("400 invalid_grant");
            assertThat(new Browser(server).open("/login").text()).doesNotContain(GRACE);
        }
    }
}
