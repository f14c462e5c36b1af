package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** G12: the public scanners' pattern for Notion's tokens finds ours, and nothing else. */
class SecretScannerTest {
    private static final Pattern SCANNER = Pattern.compile("\\b(ntn_[0-9]{11}[A-Za-z0-9]{35})(?![A-Za-z0-9])");
    private static final Pattern REFRESH = Pattern.compile("\\b(nrt_[0-9]{11}[A-Za-z0-9]{35})(?![A-Za-z0-9])");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-:=/ \n\"";

    @Test
    void theScannerFindsEveryTokenAndNothingElse() {
        List<Pair> issued = new ArrayList<>();
        try (TestServer server = TestServer.withStillClock()) {
            Flow flow = Flow.of(server);
            for (int i = 0; i < 20; i++) {
                Pair pair = flow.tokens();
                for (int generation = 0; generation < 5; generation++) {
                    issued.add(pair);
                    pair = flow.refreshed(pair);
                }
            }
        }
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder();
        for (Pair pair : issued) {
            noise(random, text);
            text.append(" token=").append(pair.access()).append('\n');
            noise(random, text);
            text.append(" \"").append(pair.refresh()).append("\" ");
        }

        assertThat(SCANNER.matcher(text).results().map(MatchResult::group))
                .containsExactlyElementsOf(issued.stream().map(Pair::access).toList())
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).hasSize(50));
        assertThat(REFRESH.matcher(text).results().map(MatchResult::group))
                .containsExactlyElementsOf(issued.stream().map(Pair::refresh).toList())
                .doesNotHaveDuplicates();
    }

    private static void noise(SplittableRandom random, StringBuilder into) {
        for (int i = 0; i < 1000; i++) {
            into.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
    }
}
