package dev.keywright.client.guide;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the guide shows is what is compiled and run here. */
class GuideTest {
    @Test
    void everyJavaBlockOfTheGuideIsAMarkedPartOfTheCodeAndTheOtherWayRound() {
        new GuideCode(Path.of("../docs/java-client.md"), Path.of("src/test/java/dev/keywright/client/guide"))
                .assertShows("ConnectApp.java", "JdbcTokenStore.java", "SeveralServers.java");
    }
}
