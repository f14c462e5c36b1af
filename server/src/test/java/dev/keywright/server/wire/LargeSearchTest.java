package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot searches a workspace of 100,000 pages, all of them below what was shared with it. */
class LargeSearchTest {
    private static final int TOP = 100;
    private static final int BELOW_EACH = 1000;

    /** The middle of these must be below 20 ms; the limit leaves room for a busy machine. */
    private static final long LIMIT_MILLIS = 60;

    private static Path world(Path folder) throws IOException {
        StringBuilder world = new StringBuilder("""
                people: [{email: ada@example.com}]
                workspaces:
                  - name: Large
                    members: [ada@example.com]
                    pages:
                """);
        for (int top = 0; top < TOP; top++) {
            world.append("      - title: Project ").append(top).append("\n        pages:\n");
            for (int below = 1; below < BELOW_EACH; below++) {
                world.append("          - {title: 'Meeting notes of day ")
                        .append(top * BELOW_EACH + below)
                        .append("'}\n");
            }
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

    private static long medianMillis(Runnable request) {
        long[] nanos = LongStream.range(0, 15)
                .map(i -> {
                    long start = System.nanoTime();
                    request.run();
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
        return nanos[nanos.length / 2] / 1_000_000;
    }

    @Test
    void whateverIsLookedForTheAnswerIsThereAtOnce(@TempDir Path folder) throws IOException {
        try (TestServer server = TestServer.emulate("world", world(folder).toString())) {
            Api api = Api.of(Flow.of(server));
            List<Map<String, ?>> searches = List.of(
                    Map.of("query", "day 99999"),
                    Map.of("query", "notes"),
                    Map.of("query", "e"),
                    Map.of("query", "not in any title"),
                    Map.of(),
                    Map.of("query", "day", "sort", Map.of("timestamp", "last_edited_time", "direction", "ascending")));

            assertThat(Api.titles(api.search(searches.getFirst()))).containsExactly("Meeting notes of day 99999");
            assertThat(Api.titles(api.search(searches.get(1)))).hasSize(100);
            for (Map<String, ?> search : searches) {
                assertThat(medianMillis(() -> api.search(search)))
                        .as(Arrays.toString(search.keySet().toArray()))
                        .isLessThan(LIMIT_MILLIS);
            }
        }
    }
}
