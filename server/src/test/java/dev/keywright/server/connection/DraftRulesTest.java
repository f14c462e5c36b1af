package dev.keywright.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.Capabilities.People;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.Drafted.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a developer may enter, and what each wrong entry is answered with. */
class DraftRulesTest {
    private static final WorkspaceId HOME = new WorkspaceId(new UUID(1, 1));
    private static final WorkspaceId WORK = new WorkspaceId(new UUID(1, 2));
    private static final String FOREIGN = new UUID(1, 3).toString();
    private static final PageId PAGE = new PageId(new UUID(2, 1));
    private static final DraftRules RULES = new DraftRules(Set.of(HOME, WORK));

    private static Draft draft(String name, String icon, String website) {
        return new Draft(name, icon, website, List.of("read_content"), "none", "", "any", List.of(), false);
    }

    private static Draft draft(List<String> capabilities, String people, String scope, String... workspaces) {
        return new Draft("App", "", "", capabilities, people, "", scope, List.of(workspaces), false);
    }

    private static Map<Field, String> complaints(Draft draft) {
        return switch (RULES.check(draft, new TemplateChoice.None())) {
            case Drafted.Bad(var complaints) -> complaints;
            case Drafted.Good good -> Map.of();
        };
    }

    private static Details details(Draft draft, TemplateChoice template) {
        return switch (RULES.check(draft, template)) {
            case Drafted.Good(Details details) -> details;
            case Drafted.Bad(var complaints) -> throw new AssertionError(complaints);
        };
    }

    @Test
    void everythingThatWasEnteredIsInTheDetails() {
        Draft draft = new Draft(
                " Meeting Notes ",
                " 📝 ",
                " https://notes.example ",
                List.of("update_content", "read_content"),
                "without_email",
                PAGE.toString(),
                "selected",
                List.of(WORK.toString()),
                true);

        assertThat(details(draft, new TemplateChoice.Chosen(PAGE)))
                .isEqualTo(new Details(
                        "Meeting Notes",
                        Optional.of("📝"),
                        Optional.of("https://notes.example"),
                        new Capabilities(
                                Set.of(Capability.READ_CONTENT, Capability.UPDATE_CONTENT), People.WITHOUT_EMAIL),
                        Optional.of(PAGE),
                        new InstallationScope.SelectedWorkspaces(Set.of(WORK)),
                        true));
    }

    @Test
    void whatWasLeftEmptyIsAbsent() {
        assertThat(details(draft(List.of(), "none", "any"), new TemplateChoice.None()))
                .isEqualTo(new Details(
                        "App",
                        Optional.empty(),
                        Optional.empty(),
                        new Capabilities(Set.of(), People.NONE),
                        Optional.empty(),
                        new InstallationScope.AnyWorkspace(),
                        false));
    }

    static List<String> names() {
        return List.of("", "   ", "x".repeat(81), "a\u0000b", "a\nb", "a\u202Eb", "a\u200Bb", "\u3164");
    }

    /** B3: people read the name where they decide. */
    @ParameterizedTest
    @MethodSource("names")
    void aNameThatPeopleCouldNotReadIsRefused(String name) {
        assertThat(complaints(draft(name, "", ""))).containsOnlyKeys(Field.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"App", "<b>App</b>", "Ünïcödé", "アプリ", "Family 👨‍👩‍👧"})
    void aNameThatPeopleCanReadIsTaken(String name) {
        assertThat(complaints(draft(name, "", ""))).isEmpty();
        assertThat(complaints(draft("🚲".repeat(80), "", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "7",
                "ab",
                "📝📝",
                "📝x",
                "http://app.example/icon.png",
                "https://",
                "https://user@app.example/icon.png",
                "javascript:alert(1)",
                "data:image/png;base64,x",
                "https://app example/icon.png",
            })
    void anIconIsOneEmojiOrAPictureOverHttps(String icon) {
        assertThat(complaints(draft("App", icon, ""))).containsOnlyKeys(Field.ICON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"📝", "🚲", "👨‍👩‍👧", "🇳🇿", "👍🏽", "☕", "https://app.example/icon.png"})
    void suchAnIconIsTaken(String icon) {
        assertThat(complaints(draft("App", icon, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example",
                "//app.example",
                "javascript:alert(1)",
                "ftp://app.example",
                "https://",
                "https://user@app.example",
                "https://app example",
            })
    void aWebsiteIsAnAddressOfTheWeb(String website) {
        assertThat(complaints(draft("App", "", website))).containsOnlyKeys(Field.WEBSITE);
        assertThat(complaints(draft("App", "", "https://app.example/" + "x".repeat(2048))))
                .containsOnlyKeys(Field.WEBSITE);
    }

    @Test
    void aCapabilityThatThereIsNotIsRefused() {
        assertThat(complaints(draft(List.of("delete_content"), "none", "any"))).containsOnlyKeys(Field.CAPABILITIES);
        assertThat(complaints(draft(List.of("read_content", "READ_CONTENT"), "none", "any")))
                .containsOnlyKeys(Field.CAPABILITIES);
        assertThat(complaints(draft(List.of(), "everything", "any"))).containsOnlyKeys(Field.CAPABILITIES);
        assertThat(complaints(draft(List.of(), "", "any"))).containsOnlyKeys(Field.CAPABILITIES);
    }

    @Test
    void onlyWorkspacesOfTheDeveloperCanBeSelected() {
        assertThat(complaints(draft(List.of(), "none", "selected"))).containsOnlyKeys(Field.WORKSPACES);
        assertThat(complaints(draft(List.of(), "none", "selected", FOREIGN))).containsOnlyKeys(Field.WORKSPACES);
        assertThat(complaints(draft(List.of(), "none", "selected", HOME.toString(), FOREIGN)))
                .containsOnlyKeys(Field.WORKSPACES);
        assertThat(complaints(draft(List.of(), "none", "selected", "home"))).containsOnlyKeys(Field.WORKSPACES);
        assertThat(complaints(draft(List.of(), "none", "everywhere", HOME.toString())))
                .containsOnlyKeys(Field.WORKSPACES);
        assertThat(complaints(draft(List.of(), "none", "selected", HOME.toString(), WORK.toString())))
                .isEmpty();
    }

    @Test
    void anInternalConnectionIsOfOneWorkspace() {
        assertThat(details(draft(List.of(), "none", "internal", HOME.toString()), new TemplateChoice.None())
                        .installationScope())
                .isEqualTo(new InstallationScope.Internal(HOME));
        assertThat(complaints(draft(List.of(), "none", "internal"))).containsOnlyKeys(Field.WORKSPACES);
        assertThat(complaints(draft(List.of(), "none", "internal", HOME.toString(), WORK.toString())))
                .containsOnlyKeys(Field.WORKSPACES);
        assertThat(complaints(draft(List.of(), "none", "internal", FOREIGN))).containsOnlyKeys(Field.WORKSPACES);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Draft draft = new Draft("", "x", "x", List.of("x"), "x", "x", "x", List.of(), false);

        assertThat(RULES.check(draft, new TemplateChoice.Refused("No such page.")))
                .isInstanceOfSatisfying(
                        Drafted.Bad.class,
                        bad -> assertThat(bad.complaints())
                                .containsOnlyKeys(
                                        Field.NAME,
                                        Field.ICON,
                                        Field.WEBSITE,
                                        Field.CAPABILITIES,
                                        Field.WORKSPACES,
                                        Field.TEMPLATE_PAGE));
    }
}
