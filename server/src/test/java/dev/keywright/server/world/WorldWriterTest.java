package dev.keywright.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.store.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorldWriterTest {
    @Test
    void theBuiltInWorldReadsAsItselfAgain() {
        World world = BuiltInWorld.world(Reading.CLOCK);

        assertThat(Reading.world(WorldWriter.yaml(world))).isEqualTo(world);
    }

    @Test
    void aWorldOfMadeIdsAndSecretsReadsAsItselfAgain() {
        World world = Reading.world("""
                people: [{email: ada@example.com}, {email: bob@example.com}]
                workspaces:
                  - id: 17ab3186-873d-418f-b899-c3f6a43f68de
                    name: Home
                    members: [bob@example.com, ada@example.com]
                    pages: [{title: A, visible_to: everyone, pages: [{title: B, visible_to: [ada@example.com]}]}]
                connections:
                  - name: App
                    redirect_uris: [http://localhost:3000/callback]
                    capabilities: {}
                    workspaces: [17ab3186-873d-418f-b899-c3f6a43f68de]
                    refresh_tokens: false
                    require_pkce: true
                    disabled: true
                """);

        assertThat(Reading.world(WorldWriter.yaml(world))).isEqualTo(world);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "no",
                "on",
                "true",
                "null",
                "~",
                "1",
                "1e3",
                "0x1F",
                "0o17",
                "1_000",
                "-1",
                ".5",
                ".inf",
                ".nan",
                "2026-01-01",
                "12:30:45",
                "# no comment",
                "- no list",
                "a: b",
                "a #b",
                "a:",
                "? a",
                "! a",
                "!a",
                "& a",
                "&a",
                "* a",
                "*a",
                "| a",
                "> a",
                "% a",
                "@ a",
                "`a`",
                "'",
                "\"",
                "'a'",
                "\"a\"",
                "{a}",
                "[a]",
                ",",
                "---",
                "...",
                "=",
                "<<",
                " leading",
                "trailing ",
                "back\\slash",
                "ümlaut",
                "日本語",
                "🚲",
                "\u00a0",
                "a\u2028b",
                "\ufeffa"
            })
    void everyNameSurvives(String name) {
        String quoted = "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        World world = Reading.world("""
                people: [{email: ada@example.com, name: %1$s}]
                workspaces: [{name: %1$s, members: [ada@example.com], pages: [{title: %1$s}]}]
                """.formatted(quoted));

        assertThat(world.people().getFirst().name()).contains(name);
        assertThat(Reading.world(WorldWriter.yaml(world))).isEqualTo(world);
    }

    @Test
    void asJsonEachConnectionHasItsAuthorizationUrl() {
        World world = BuiltInWorld.world(Reading.CLOCK);

        JsonNode json = JsonMapper.shared()
                .readTree(WorldWriter.json(world, connection -> "https://auth.example/?client_id=" + connection.id()));

        assertThat(List.copyOf(json.propertyNames()))
                .containsExactly("people", "workspaces", "connections", "rate_limit");
        JsonNode first = json.get("connections").get(0);
        assertThat(first.get("authorization_url").stringValue())
                .isEqualTo("https://auth.example/?client_id=463558a3-725e-4f37-b6d3-0889894f68de");
        assertThat(first.get("client_secret").stringValue()).isEqualTo("secret_for_tests_only_0123456789abcdef");
        assertThat(first.get("capabilities").get("people").stringValue()).isEqualTo("with_email");
    }

    @Test
    void aSecretThatIsNotReadableIsLeftOut() {
        WorldReading reading = Reading.read(SecretKeeping.HASHED, """
                connections:
                  - client_secret: abcdefghijklmnopqrstuvwxyz-0123456789
                    name: App
                    redirect_uris: [https://app.example/callback]
                """);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        WorldReading.Understood.class,
                        understood -> assertThat(WorldWriter.yaml(understood.world()))
                                .doesNotContain("client_secret", "abcdefghijklmnopqrstuvwxyz"));
    }
}
