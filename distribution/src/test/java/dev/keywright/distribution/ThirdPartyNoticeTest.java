package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Which licences may be shipped, and what is said of them. */
class ThirdPartyNoticeTest {
    private static final Set<String> ALLOWED = Set.of("MIT", "EPL-2.0", "A Licence of Its Own");

    private static ThirdPartyNotice notice(String licences) {
        return new ThirdPartyNotice(JsonMapper.shared().readTree("""
                {"components": [
                  {"group": "org.example", "name": "library", "version": "1.2", "licenses": %s,
                   "externalReferences": [{"type": "vcs", "url": "https://git.example"},
                                          {"type": "website", "url": "https://library.example"}]},
                  {"group": "dev.keywright", "name": "server", "version": "1.0", "licenses": []}]}
                """.formatted(licences)), ALLOWED);
    }

    @Test
    void aLibraryIsNamedWithItsLicenceAndOurOwnPartsAreNot() {
        ThirdPartyNotice notice = notice("[{\"license\": {\"id\": \"MIT\"}}]");

        assertThat(notice.refusals()).isEmpty();
        assertThat(notice.text())
                .endsWith("\n\norg.example:library 1.2: MIT  https://library.example\n")
                .doesNotContain("dev.keywright:");
    }

    @Test
    void aLicenceWithoutAnIdIsKnownByItsName() {
        assertThat(notice("[{\"license\": {\"name\": \"A Licence of Its Own\"}}]")
                        .refusals())
                .isEmpty();
    }

    @Test
    void ofSeveralLicencesOneThatIsAllowedIsEnough() {
        ThirdPartyNotice notice =
                notice("[{\"license\": {\"id\": \"LGPL-2.1-only\"}}, {\"license\": {\"id\": \"EPL-2.0\"}}]");

        assertThat(notice.refusals()).isEmpty();
        assertThat(notice.text()).contains("library 1.2: EPL-2.0 ").doesNotContain("LGPL");
    }

    @Test
    void anotherLicenceIsRefused() {
        assertThat(notice("[{\"license\": {\"id\": \"GPL-3.0-only\"}}]").refusals())
                .singleElement()
                .asString()
                .startsWith("org.example:library 1.2 ")
                .contains("GPL-3.0-only");
    }

    @Test
    void aLibraryThatDoesNotSayItsLicenceIsRefused() {
        assertThat(notice("[]").refusals()).hasSize(1);
    }
}
