package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser gets where a program gets JSON, and the files that pages name. */
class BrowserPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @AutoClose
    private static final TestServer NOTION = TestServer.emulate();

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/nothing/at/all", "/favicon.ico"})
    void aBrowserSeesAPageWhereThereIsNothing(String path) {
        Reply reply = NOTION.get(path).header("Accept", BROWSER).send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.text()).contains("There is nothing here");
        assertThat(reply.header("content-security-policy")).contains("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/emulator/nothing", "/.well-known/nothing"})
    void whereProgramsAskEveryoneGetsJson(String path) {
        Reply reply = NOTION.get(path).header("Accept", BROWSER).send();

        assertThat(reply.field("code")).isEqualTo("invalid_request_url");
    }

    @Test
    void theStylesheetMayBeKeptForAsLongAsItsNameHolds() {
        String page = NOTION.get("/v1/oauth/authorize").send().text();
        Matcher link = Pattern.compile("href=\"(/assets/keywright\\.css\\?v=[0-9a-f]+)\"")
                .matcher(page);
        assertThat(link.find()).isTrue();

        Reply named = NOTION.get(link.group(1)).send();
        Reply unnamed = NOTION.get("/assets/keywright.css").send();

        assertThat(named.header("content-type")).isEqualTo("text/css; charset=utf-8");
        assertThat(named.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(unnamed.header("cache-control")).isEqualTo("no-cache");
        assertThat(unnamed.body()).isEqualTo(named.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/nothing.css", "/assets/..%2fkeywright.css", "/assets/Assets.class"})
    void noOtherFileIsGiven(String path) {
        assertThat(NOTION.get(path).send().status()).isEqualTo(404);
    }
}
