package dev.keywright.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which route a path is, and what its named places have. */
class RoutesTest {
    private static Endpoint named(String name) {
        return request -> Answer.text(200, name + request.captured());
    }

    private final Routes routes = new Routes()
            .add("GET", "/apps/{app}", named("app"))
            .add("GET", "/apps/new", named("new"))
            .add("POST", "/apps/{app}/secrets/{secret}", named("secret"))
            .add("GET", "/tree/leaf", named("leaf"))
            .addTree("/tree", named("tree"));

    private String find(String method, String path) {
        return routes.find(method, path).map(found -> "" + found.captured()).orElse("nothing");
    }

    @Test
    void aNameInBracesTakesAnyOneSegment() {
        assertThat(find("GET", "/apps/4711")).isEqualTo("{app=4711}");
        assertThat(find("HEAD", "/apps/4711")).isEqualTo("{app=4711}");
        assertThat(routes.find("POST", "/apps/a/secrets/b").orElseThrow().captured())
                .isEqualTo(Map.of("app", "a", "secret", "b"));
    }

    @Test
    void aPathWithoutBracesWins() {
        assertThat(find("GET", "/apps/new")).isEqualTo("{}");
    }

    @Test
    void noSegmentIsEmptyOrTwo() {
        assertThat(find("GET", "/apps/")).isEqualTo("nothing");
        assertThat(find("GET", "/apps/a/b")).isEqualTo("nothing");
        assertThat(find("POST", "/apps/a/secrets/")).isEqualTo("nothing");
    }

    @Test
    void aPathIsToldByItsPatternWhateverTheMethod() {
        assertThat(routes.pattern("/apps/new")).contains("/apps/new");
        assertThat(routes.pattern("/apps/4711/secrets/b")).contains("/apps/{app}/secrets/{secret}");
        assertThat(routes.pattern("/tree/4711")).contains("/tree");
        assertThat(routes.pattern("/4711")).isEmpty();
    }

    @Test
    void aPathSaysWhichMethodsItTakes() {
        assertThat(find("POST", "/apps/4711")).isEqualTo("nothing");
        assertThat(routes.methods("/apps/4711")).isEqualTo(List.of("GET"));
        assertThat(routes.methods("/apps")).isEmpty();
    }

    private String answeredBy(String method, String path) {
        return routes.find(method, path)
                .map(found ->
                        found.endpoint().answer(new Request("", method, path, "", name -> List.of(), new byte[0], "")))
                .map(answer -> new String(answer.body(), StandardCharsets.UTF_8))
                .orElse("nothing");
    }

    @Test
    void aTreeAnswersEveryMethodAtItsPathAndBelow() {
        for (String path : List.of("/tree", "/tree/", "/tree/a", "/tree//", "/tree/../apps/new")) {
            assertThat(answeredBy("GET", path)).isEqualTo("tree{}");
            assertThat(answeredBy("HEAD", path)).isEqualTo("tree{}");
            assertThat(answeredBy("PROPFIND", path)).isEqualTo("tree{}");
        }
    }

    @Test
    void whatOnlyBeginsLikeATreeIsNotInIt() {
        assertThat(answeredBy("GET", "/treehouse")).isEqualTo("nothing");
        assertThat(answeredBy("GET", "/a/tree")).isEqualTo("nothing");
    }

    @Test
    void aPathOfItsOwnWinsOverATree() {
        assertThat(answeredBy("GET", "/tree/leaf")).isEqualTo("leaf{}");
        assertThat(answeredBy("POST", "/tree/leaf")).isEqualTo("tree{}");
    }
}
