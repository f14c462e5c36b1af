package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D9, E12, I6, I8: a full disk costs answers, never the truth of one. */
class FullDiskIT {
    private static final int MEBIBYTES = 8;

    @TempDir
    Path temporary;

    private List<String> codes = List.of();

    @BeforeEach
    void consents() throws IOException {
        codes = Seeds.plant(temporary.resolve("seeds"), 3);
        Files.createDirectory(temporary.resolve("disk"));
    }

    @Test
    void onAFullDiskItAnswers503AndAfterwardsGoesOnWhereItWas() throws Exception {
        try (SmallDisk disk = disk()) {
            App.Pair live;
            App.Pair revoked;
            try (Program program = serve(disk);
                    App app = new App(program.url())) {
                live = app.exchange(codes.get(0)).pair();
                revoked = app.exchange(codes.get(1)).pair();
                assertThat(app.revoke(revoked.refresh()).ok()).isTrue();
                live = app.refresh(live.refresh()).pair();

                disk.fill();
                live = refreshUntilUnavailable(app, live);
                for (int i = 0; i < 20; i++) {
                    assertUnavailable(app.refresh(live.refresh()));
                    assertUnavailable(app.revoke(live.refresh()));
                    assertUnavailable(app.exchange(codes.get(2)));
                }
                // What needs no write is answered as ever.
                assertThat(app.me(live.access()).status()).isEqualTo(200);
                assertThat(app.introspect(live.access()).active()).isTrue();
                assertThat(app.introspect(revoked.access()).active()).isFalse();

                disk.free();
                App.Pair next = app.refresh(live.refresh()).pair();
                assertThat(next.generation()).isEqualTo(live.generation() + 1);
                live = next;
                assertThat(app.exchange(codes.get(2)).ok()).isTrue();
                program.kill();
            }
            assertKept(disk, live, revoked);
        }
    }

    /** The same, with the crash at the worst time: while the disk is full. */
    @Test
    void aKillOnAFullDiskLosesNothingThatWasAnswered() throws Exception {
        try (SmallDisk disk = disk()) {
            App.Pair live;
            App.Pair revoked;
            try (Program program = serve(disk);
                    App app = new App(program.url())) {
                live = app.exchange(codes.get(0)).pair();
                revoked = app.exchange(codes.get(1)).pair();
                assertThat(app.revoke(revoked.refresh()).ok()).isTrue();

                disk.fill();
                live = refreshUntilUnavailable(app, live);
                program.kill();
            }
            disk.free();
            assertKept(disk, live, revoked);
        }
    }

    /** Refreshes while there is room in what was allotted before; gives the last pair that was answered. */
    private static App.Pair refreshUntilUnavailable(App app, App.Pair first) throws Exception {
        App.Pair pair = first;
        App.Reply reply = app.refresh(pair.refresh());
        while (reply.ok()) {
            assertThat(reply.pair().generation()).isEqualTo(pair.generation() + 1);
            pair = reply.pair();
            reply = app.refresh(pair.refresh());
        }
        assertUnavailable(reply);
        return pair;
    }

    private static void assertUnavailable(App.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
        assertThat(reply.body())
                .startsWith("{\"object\":\"error\",\"status\":503,\"code\":\"service_unavailable\",\"message\":\"")
                .doesNotContain("ntn_", "nrt_");
    }

    private void assertKept(SmallDisk disk, App.Pair live, App.Pair revoked) throws Exception {
        try (Program program = serve(disk);
                App app = new App(program.url())) {
            assertThat(app.me(live.access()).status()).isEqualTo(200);
            assertThat(app.refresh(live.refresh()).pair().generation()).isEqualTo(live.generation() + 1);
            assertThat(app.introspect(revoked.access()).active()).isFalse();
            assertThat(app.refresh(revoked.refresh()).status()).isEqualTo(400);
            for (String code : codes.subList(0, 2)) {
                assertThat(app.exchange(code).status()).isEqualTo(400);
            }
        }
    }

    private SmallDisk disk() throws IOException {
        SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"), MEBIBYTES);
        Files.copy(temporary.resolve("seeds/keywright.db"), disk.file("keywright.db"));
        return disk;
    }

    private Program serve(SmallDisk disk) throws IOException, InterruptedException {
        return Program.startBehind(
                disk.entry(),
                Map.of(),
                "serve",
                "--port",
                "0",
                "--data",
                temporary.resolve("disk").toString(),
                "--keys",
                temporary.resolve("keys").toString());
    }
}
