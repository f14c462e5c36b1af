package dev.keywright.testkit.guide;

import dev.keywright.client.guide.GuideCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the guide shows is what is compiled and run here. */
class GuideTest {
    @Test
    void everyJavaBlockOfTheGuideIsAMarkedPartOfTheCodeAndTheOtherWayRound() {
        new GuideCode(Path.of("../docs/java-testing.md"), Path.of("src/test/java/dev/keywright/testkit/guide"))
                .assertShows("ConnectIT.java", "TokensIT.java", "ReportsIT.java", "SettingsIT.java");
    }
}
