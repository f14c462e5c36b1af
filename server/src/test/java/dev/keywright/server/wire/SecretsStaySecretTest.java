package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a secret, a code or a token may not be found, whatever was done with it. */
class SecretsStaySecretTest {
    /** Plays every flow, the good ones and those that fail, and gives each secret value that took part. */
    private static List<String> play(Flow flow, Flow other, Stream<String> freshCodes) {
        List<String> codes = freshCodes.toList();
        Pair first = Pair.of(flow.exchange(codes.get(0)));
        Pair second = flow.refreshed(first);
        Pair third = flow.refreshed(second);
        Pair revoked = Pair.of(flow.exchange(codes.get(1)));
        Pair replayed = Pair.of(flow.exchange(codes.get(2)));
        flow.refreshed(second);
        flow.me(third.access());
        flow.me(third.refresh());
        flow.me(codes.get(0));
        flow.introspect(third.access());
        flow.introspect(codes.get(0));
        flow.revoke(revoked.refresh());
        flow.refresh(revoked.refresh());
        flow.exchange(codes.get(2));
        flow.refresh(first.refresh());
        flow.exchange(third.refresh());
        flow.refresh(third.access());
        flow.refresh(codes.get(3));
        flow.exchange(codes.get(3), Map.of("redirect_uri", "https://evil.example/"));
        other.exchange(codes.get(3));
        other.refresh(replayed.refresh());
        other.introspect(third.access());
        other.revoke(third.access());
        flow.token(Map.of("grant_type", codes.get(3), "code", codes.get(3)));
        flow.token(Map.of("grant_type", "authorization_code", "code", List.of(codes.get(3))));
        TestServer server = flow.server();
        flow.exchange(codes.get(3), Map.of("redirect_uri", flow.app().redirectUri() + "?code=" + codes.get(3)));
        flow.browse(Map.of("redirect_uri", flow.app().redirectUri() + "?state=x&code=" + codes.get(3)));
        flow.browse(Map.of("client_id", flow.app().secret()));
        flow.browse(Map.of("response_type", codes.get(3), "state", third.access()));
        flow.browse(Map.of("owner", third.refresh()));
        server.post(Flow.TOKEN)
                .basic(flow.app())
                .body("application/x-www-form-urlencoded", codes.get(3) + "&" + codes.get(3))
                .send();
        server.post(Flow.TOKEN)
                .basic(flow.app().secret(), flow.app().id())
                .json("{}")
                .send();
        server.post(Flow.TOKEN)
                .basic(flow.app().id(), third.access())
                .json("{}")
                .send();
        server.post(Flow.TOKEN)
                .header("Authorization", "Basic " + flow.app().secret())
                .send();
        server.post(Flow.TOKEN + "?client_secret=" + flow.app().secret() + "&code=" + codes.get(3))
                .send();
        server.get("/v1/pages?access_token=" + third.access()).send();
        server.get(Flow.ME).header("Authorization", third.access()).send();
        server.post(Flow.TOKEN)
                .json(Map.of(
                        "client_id",
                        flow.app().id(),
                        "client_secret",
                        flow.app().secret()))
                .send();
        List<String> secrets = new ArrayList<>(codes);
        for (Pair pair : List.of(first, second, third, revoked, replayed)) {
            secrets.add(pair.access());
            secrets.add(pair.refresh());
        }
        secrets.add(flow.app().secret());
        secrets.add(other.app().secret());
        return secrets;
    }

    /** C10, G1 and I8: whoever has the disk has no token, code or secret, while the server runs and after. */
    @Test
    void noFileOfTheServerHoldsASecret(@TempDir Path folder) throws IOException {
        List<String> secrets;
        Path logs = Files.createDirectory(folder.resolve("logs"));
        try (Production production = Production.start(
                folder,
                4,
                List.of(TestWorld.LEDGER),
                "audit_log",
                logs.resolve("audit").toString(),
                "access_log",
                logs.resolve("access").toString())) {
            secrets = play(
                    production.flow(TestWorld.LEDGER),
                    production.flow(TestWorld.DESK),
                    Stream.generate(() -> production.code(TestWorld.LEDGER)).limit(4));
            assertHoldsNone(folder.resolve("data"), secrets);
        }
        assertHoldsNone(folder.resolve("data"), secrets);
        assertHoldsNone(folder.resolve("keys"), secrets);
        assertHoldsNone(logs, secrets);
    }

    private static void assertHoldsNone(Path folder, List<String> secrets) {
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            List<Path> all = files.toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                String hex = HexFormat.of().formatHex(Files.readAllBytes(file));
                for (String secret : secrets) {
                    assertThat(hex.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))))
                            .as("%s holds %s", file, secret)
                            .isFalse();
                    if (secret.length() == 36 && secret.charAt(8) == '-') {
                        assertThat(hex.contains(binary(secret)))
                                .as("%s holds the bytes of %s", file, secret)
                                .isFalse();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String binary(String uuid) {
        UUID value = UUID.fromString(uuid);
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(16)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
    }

    /** G1 and C9: nor has whoever reads the logs. */
    @Test
    void noLogLineOfTheProductionServerHoldsASecret(@TempDir Path folder) {
        try (Logged logged = Logged.everything();
                Production production = Production.start(folder, 4, List.of(TestWorld.LEDGER))) {
            List<String> secrets = play(
                    production.flow(TestWorld.LEDGER),
                    production.flow(TestWorld.DESK),
                    Stream.generate(() -> production.code(TestWorld.LEDGER)).limit(4));

            assertThat(logged.lines()).anyMatch(line -> line.startsWith("keywright.audit "));
            assertThat(logged.lines()).allSatisfy(line -> assertThat(secrets).noneMatch(line::contains));
            assertThat(logged.lines()).noneMatch(line -> line.matches("(?s).*n[rt][nt]_[0-9]{11}[A-Za-z0-9]{35}.*"));
            // The one secret that is printed is the link to become the first admin, and it is not logged.
            String link = Household.secret(production.server().terminal());
            assertThat(link).isNotEmpty();
            assertThat(logged.lines()).noneMatch(line -> line.contains(link));
            assertThat(secrets).noneMatch(production.server().terminal()::contains);
        }
    }

    /** G1: nor has whoever reads the metrics; nor is there anything by which one authorization could be told from another. */
    @Test
    void noMetricHoldsASecretOrNamesAnyone(@TempDir Path folder) {
        try (Production production = Production.start(folder, 4, List.of(TestWorld.LEDGER), "metrics", "127.0.0.1:0")) {
            List<String> secrets = play(
                    production.flow(TestWorld.LEDGER),
                    production.flow(TestWorld.DESK),
                    Stream.generate(() -> production.code(TestWorld.LEDGER)).limit(4));

            String page = new Call(production.server().metricsPort(), "GET", "/metrics")
                    .send()
                    .text();

            assertThat(page).contains("event=\"refreshed\"", "event=\"replayed\"", "route=\"/v1/oauth/token\"");
            assertThat(secrets).noneMatch(page::contains);
            assertThat(page)
                    .doesNotContain(TestWorld.LEDGER.id(), TestWorld.DESK.id(), "127.0.0.1", "example")
                    .doesNotContainPattern("n[rt][nt]_[0-9]")
                    .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
        }
    }

    /** G1: the emulator shows secrets once, in its welcome, and what it explains names them by their ends alone. */
    @Test
    void noLineOfTheEmulatorHoldsASecretAfterItsWelcome(@TempDir Path folder) {
        try (Logged logged = Logged.everything();
                TestServer server = TestWorld.emulate(folder)) {
            String welcome = server.terminal();
            Flow flow = new Flow(server, TestWorld.LEDGER);

            List<String> secrets = play(
                    flow, flow.as(TestWorld.DESK), Stream.generate(flow::code).limit(4));

            String explained = server.terminal().substring(welcome.length());
            assertThat(explained.lines()).hasSizeGreaterThan(15);
            assertThat(secrets).noneMatch(explained::contains);
            assertThat(logged.lines()).allSatisfy(line -> assertThat(secrets).noneMatch(line::contains));
        }
    }
}
