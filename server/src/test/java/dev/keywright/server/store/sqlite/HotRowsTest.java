package dev.keywright.server.store.sqlite;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.PageId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E5, I3: rows in memory are what is on the disk, at any moment and for everyone. */
class HotRowsTest {
    private static final int MANY = 4000;

    @TempDir
    Path folder;

    /**
     * Readers fill the cache with what they read while a writer changes it. None sees a version older than one that was
     * answered before it began to look, and after a revocation was answered none sees the authorization alive.
     */
    @Test
    void whoeverReadsWhileARowIsRefreshedAndRevokedSeesNothingThatWasOver() throws Exception {
        List<Endpoints.Granted> cold = new ArrayList<>();
        try (Store store = open(8)) {
            Endpoints endpoints = Endpoints.over(store);
            for (int i = 0; i < Crowd.ROUNDS; i++) {
                cold.add(endpoints.grant(Sample.ADAS, START));
            }
        }
        try (Store store = open(8);
                Crowd crowd = new Crowd()) {
            Endpoints endpoints = Endpoints.over(store);
            for (var granted : cold) {
                AtomicLong answered = new AtomicLong(2);
                AtomicBoolean revoked = new AtomicBoolean();
                Callable<Boolean> reader = () -> {
                    Authorization row;
                    do {
                        boolean mustBeOver = revoked.get();
                        long atLeast = answered.get();
                        row = row(store, granted.id());
                        assertThat(row.version()).isGreaterThanOrEqualTo(atLeast);
                        assertThat(row.state() instanceof Ended || !mustBeOver).isTrue();
                    } while (!(row.state() instanceof Ended));
                    return true;
                };
                Callable<Boolean> writer = () -> {
                    var pair = granted;
                    try {
                        for (int i = 0; i < 3; i++) {
                            pair = endpoints.refreshed(pair, START);
                            answered.incrementAndGet();
                        }
                        endpoints.revoke(pair, START);
                    } finally {
                        revoked.set(true);
                    }
                    return true;
                };
                crowd.atOnce(List.of(reader, reader, writer, reader));
                assertThat(endpoints.honours(granted, START)).isFalse();
            }
        }
    }

    /** The same in slow motion: a reader is held between reading a row and putting it into the cache. */
    @Test
    void whatWasReadBeforeARevocationIsNotFilledInAfterIt() throws Exception {
        Wire wire = new Wire(folder);
        Endpoints.Granted granted;
        try (Store store = wire.open(1)) {
            granted = Endpoints.over(store).grant(Sample.ADAS, START);
        }
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        try (Store store = wire.open(1)) {
            Endpoints endpoints = Endpoints.over(store);
            wire.watch(sql -> {
                if (Thread.currentThread().getName().startsWith("sqlite-reader") && read.getCount() > 0) {
                    read.countDown();
                    Crowd.await(mayGoOn);
                }
            });
            Thread reader = Thread.ofPlatform()
                    .start(() -> assertThat(row(store, granted.id()).state()).isInstanceOf(Active.class));
            read.await();

            endpoints.revoke(granted, START);
            // So many others that the ended row is pushed out of the cache: nothing is left there to protect.
            for (int i = 0; i < MANY; i++) {
                endpoints.grant(Sample.adasIn(i), START);
            }
            mayGoOn.countDown();
            reader.join();

            assertThat(endpoints.honours(granted, START)).isFalse();
            assertThat(row(store, granted.id()).state()).isInstanceOf(Ended.class);
        }
    }

    /** More rows and bots than one mebibyte holds: each is what it should be, from memory or from the disk. */
    @Test
    void aCacheThatIsTooSmallIsExactNonetheless() {
        try (Store store = open(1)) {
            Endpoints.over(store);
            Endpoints endpoints = new Endpoints(store, AuthorizationPolicy.DEFAULT);
            List<Endpoints.Granted> granted = new ArrayList<>();
            List<Consent> consents = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Installation installation = Sample.adasIn(i / 4);
                Consent consent = sharing(i);
                consents.add(consent);
                granted.add(
                        endpoints.granted(endpoints.redeem(endpoints.consent(installation, consent, START), START)));
            }
            Random random = new Random(4);
            Set<AuthorizationId> revoked = new HashSet<>();
            for (int step = 0; step < 2 * MANY; step++) {
                int i = random.nextInt(MANY);
                var one = granted.get(i);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        Optional<Endpoints.Granted> next = endpoints.answer(endpoints.refresh(one, START));
                        assertThat(next.isPresent()).isNotEqualTo(revoked.contains(one.id()));
                        next.ifPresent(pair -> granted.set(i, pair));
                    }
                    case 1 -> {
                        endpoints.revoke(one, START);
                        revoked.add(one.id());
                    }
                    default -> {
                        assertThat(endpoints.honours(one, START)).isNotEqualTo(revoked.contains(one.id()));
                        store.authorizations()
                                .find(one.id())
                                .orElseThrow()
                                .bot()
                                .ifPresent(bot -> assertThat(bot.pages())
                                        .isEqualTo(consents.get(i / 4 * 4 + 3).pages()));
                    }
                }
            }
            assertThat(revoked).hasSizeGreaterThan(MANY / 10);
        }
    }

    private Store open(int cacheMebibytes) {
        return SqliteStore.open(folder, Durability.NOT_SYNCED, cacheMebibytes, new SecureRandom());
    }

    private static Authorization row(Store store, AuthorizationId id) {
        return store.authorizations().find(id).orElseThrow().authorization();
    }

    private static Consent sharing(int i) {
        Set<PageId> pages = new HashSet<>();
        for (int page = 0; page < i % 7; page++) {
            pages.add(new PageId(new UUID(i, page)));
        }
        return new Consent(Capabilities.all(), pages, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
