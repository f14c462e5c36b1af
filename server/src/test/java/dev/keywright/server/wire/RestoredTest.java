package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.Keywright;
import dev.keywright.server.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G15: what tokens are worth at a server that was restored from a backup of an earlier time. */
class RestoredTest {
    private static final App LEDGER = TestWorld.LEDGER;

    @TempDir
    private Path folder;

    private Pair first;
    private Pair ofTheBackup;
    private Pair next;
    private Pair last;
    private Pair ended;
    private TestServer restored;
    private Flow flow;

    /** One authorization was refreshed on after the backup, and one ended; then the server was lost. */
    @BeforeEach
    void aRestoredServer() {
        Path backup = folder.resolve("backup.db");
        try (Production production = Production.start(folder, 2, List.of(LEDGER))) {
            Flow before = production.flow(LEDGER);
            first = production.tokens(LEDGER);
            ended = production.tokens(LEDGER);
            ofTheBackup = before.refreshed(first);
            run("backup", backup, production.data());
            next = before.refreshed(ofTheBackup);
            last = before.refreshed(next);
            assertThat(before.revoke(ended.refresh()).status()).isEqualTo(200);
        }
        Path data = folder.resolve("restored");
        run("restore", backup, data);
        restored = TestServer.serve("data", data.toString(), "keys", keys());
        flow = new Flow(restored, LEDGER);
    }

    @AfterEach
    void stop() {
        restored.close();
    }

    private String keys() {
        return folder.resolve("keys").toString();
    }

    private void run(String command, Path file, Path data) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
        Cli cli = new Cli(Keywright.launcher(terminal), stop -> {}, Map.of(), terminal, terminal);
        assertThat(cli.run(command, file.toString(), "--data", data.toString(), "--keys", keys()))
                .as(said.toString(StandardCharsets.UTF_8))
                .isEqualTo(Cli.OK);
    }

    @Test
    void aTokenIssuedAfterTheBackupIsRefusedAndAuditedAndNothingEnds() {
        try (Logged log = Logged.everything()) {
            Reply refused = flow.refresh(last.refresh());

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.field("error")).isEqualTo("invalid_grant");
            assertThat(log.audit(refused))
                    .anyMatch(line -> line.matches("generation_ahead ref=\\w{12} .*presented=4 current=2.*"))
                    .noneMatch(line -> line.startsWith("ended"));
        }
        assertThat(flow.me(last.access()).status()).isEqualTo(401);
        assertThat(flow.active(last.access())).isFalse();
        assertThat(flow.active(ofTheBackup.access())).isTrue();
    }

    @Test
    void theTokensOfTheBackupWork() {
        assertThat(flow.me(ofTheBackup.access()).status()).isEqualTo(200);
        assertThat(flow.refresh(ofTheBackup.refresh()).status()).isEqualTo(200);
    }

    @Test
    void aGenerationThatIsMadeAgainHasOtherTokens() {
        Pair again = flow.refreshed(ofTheBackup);

        assertThat(again.access()).isNotEqualTo(next.access());
        assertThat(again.refresh()).isNotEqualTo(next.refresh());
        assertThat(flow.me(again.access()).status()).isEqualTo(200);
    }

    @Test
    void theTokensItHadBeforeAreWorthNothingAndEndNothing() {
        Pair again = flow.refreshed(ofTheBackup);

        assertThat(flow.refresh(next.refresh()).field("error")).isEqualTo("invalid_grant");
        assertThat(flow.me(next.access()).status()).isEqualTo(401);
        assertThat(flow.active(again.access())).isTrue();
    }

    @Test
    void anAnswerThatWasLostCanBeAskedForAgain() {
        Pair again = flow.refreshed(ofTheBackup);

        assertThat(flow.refreshed(ofTheBackup)).isEqualTo(again);
    }

    @Test
    void whatEndedAfterTheBackupIsAliveAgain() {
        assertThat(flow.me(ended.access()).status()).isEqualTo(200);
        assertThat(flow.refresh(ended.refresh()).status()).isEqualTo(200);
    }

    @Test
    void aReplayOfBeforeTheBackupIsStillSeen() {
        flow.refreshed(flow.refreshed(ofTheBackup));

        assertThat(flow.refresh(first.refresh()).field("error")).isEqualTo("invalid_grant");
        assertThat(flow.active(ofTheBackup.access())).isFalse();
    }
}
