package dev.keywright.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.Person;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WorldFileTest {
    private static final String SMALL = """
            people:
              - email: ada@example.com
                name: Ada
              - email: bob@example.com
            workspaces:
              - name: Home
                icon: 🏠
                members: [bob@example.com, ada@example.com]
                pages:
                  - title: Top
                    pages:
                      - {title: Inner, visible_to: [ada@example.com], pages: [{title: Innermost}]}
                  - {title: Open, visible_to: everyone}
            connections:
              - name: App
                redirect_uris: [http://localhost:3000/callback]
            """;

    @Test
    void whatIsLeftOutGetsItsDefault() {
        Connection app = Reading.world(SMALL).connections().getFirst();

        assertThat(app.capabilities()).isEqualTo(Capabilities.all());
        assertThat(app.installationScope()).isEqualTo(new InstallationScope.AnyWorkspace());
        assertThat(app.owner()).isEmpty();
        assertThat(app.templatePage()).isEmpty();
        assertThat(app.refreshTokens()).isTrue();
        assertThat(app.requirePkce()).isFalse();
        assertThat(app.disabled()).isFalse();
    }

    @Test
    void nullIsTheSameAsLeftOut() {
        assertThat(Reading.world(SMALL + "    owner: null\n    capabilities: null\n    workspaces: ~\n    disabled:\n"))
                .isEqualTo(Reading.world(SMALL));
    }

    @Test
    void idsAndSecretsThatAreLeftOutAreAFunctionOfTheRandomness() {
        World world = Reading.world(SMALL);

        assertThat(world).isEqualTo(Reading.world(SMALL));
        assertThat(world.people()).extracting(Person::id).doesNotHaveDuplicates();
        assertThat(world.connections()
                        .getFirst()
                        .secrets()
                        .getFirst()
                        .readable()
                        .orElseThrow())
                .matches("secret_[0-9A-Za-z]{43}");
    }

    @Test
    void pagesComeAfterTheirParentsWithTheirAudienceAndTheTimeOfReading() {
        World world = Reading.world(SMALL);

        assertThat(world.pages()).extracting(Page::title).containsExactly("Top", "Inner", "Innermost", "Open");
        assertThat(world.pages())
                .extracting(Page::parent)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(world.pages().get(0).id()),
                        Optional.of(world.pages().get(1).id()),
                        Optional.empty());
        assertThat(world.pages())
                .extracting(Page::visibility)
                .containsExactly(
                        new Visibility.Inherited(),
                        new Visibility.Only(Set.of(world.people().getFirst().id())),
                        new Visibility.Inherited(),
                        new Visibility.Everyone());
        assertThat(world.pages()).extracting(Page::createdAt).containsOnly(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void membersKeepTheirOrderSinceTheFirstIsTheDefaultPerson() {
        World world = Reading.world(SMALL);

        assertThat(world.workspaces().getFirst().members())
                .containsExactly(
                        world.people().get(1).id(), world.people().get(0).id());
    }

    @Test
    void capabilitiesThatAreNotListedAreNotGranted() {
        World world = Reading.world(SMALL + "    capabilities: {content: [read], people: without_email}\n");

        assertThat(world.connections().getFirst().capabilities())
                .isEqualTo(new Capabilities(Set.of(Capability.READ_CONTENT), Capabilities.People.WITHOUT_EMAIL));
    }

    @Test
    void idsAreTakenInAnyFormOfAUuid() {
        World world = Reading.world("""
                people:
                  - {email: a@example.com, id: 17AB3186873D418FB899C3F6A43F68DE}
                  - {email: b@example.com, id: 17ab3186-873d-418f-b899-c3f6a43f68df}
                  - {email: c@example.com, id: 12345678123441238123123456789012}
                """);

        assertThat(world.people())
                .extracting(person -> person.id().toString())
                .containsExactly(
                        "17ab3186-873d-418f-b899-c3f6a43f68de",
                        "17ab3186-873d-418f-b899-c3f6a43f68df",
                        "12345678-1234-4123-8123-123456789012");
    }

    @Test
    void productionKeepsOfASecretNothingButItsHash() {
        String secret = "0123456789abcdef0123456789abcdef";
        WorldReading reading = Reading.read(SecretKeeping.HASHED, SMALL + "    client_secret: \"" + secret + "\"\n");

        assertThat(reading).isInstanceOfSatisfying(WorldReading.Understood.class, understood -> {
            Connection app = understood.world().connections().getFirst();
            assertThat(app.secrets()).containsExactly(ClientSecret.hashed(secret));
            assertThat(app.secretFor(secret)).isPresent();
        });
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        WorldFile file = new WorldFile(SecretKeeping.READABLE, new SplittableRandom(7), Reading.CLOCK);

        assertThat(file.read(Path.of("no-such-world.yaml")))
                .isEqualTo(new WorldReading.Refused("no-such-world.yaml cannot be read: there is no such file"));
    }
}
