package dev.keywright.server.identity;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.Session;
import dev.keywright.server.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Knows who a request is from; signs people in and out. */
public final class Visitors {
    /** After so long without a visit a session is over. */
    public static final Duration IDLE = Duration.ofDays(7);

    /** After so long a session is over however often it was used. */
    public static final Duration ABSOLUTE = Duration.ofDays(30);

    /** A visit is written down when the last one that was is as long ago: reading pages is no writing. */
    private static final Duration WORTH_A_WRITE = Duration.ofHours(1);

    private final Store store;
    private final InstantSource clock;
    private final BrowserCookies cookies;

    /** Visitors with sessions in this store. */
    public Visitors(Store store, InstantSource clock, BrowserCookies cookies) {
        this.store = store;
        this.clock = clock;
        this.cookies = cookies;
    }

    /** A visitor, and the cookie that the answer is to set so that forms can be shown. */
    public record Arrival(Visitor visitor, Optional<String> cookie) {
        /** The answer with the cookie. */
        public Answer complete(Answer answer) {
            return cookie.map(value -> answer.with("Set-Cookie", value)).orElse(answer);
        }
    }

    /** Who this is. One that is not signed in and has no cookie of ours can be shown no form. */
    public Visitor of(Request request) {
        Optional<Visitor> signedIn = cookies.session(request).flatMap(this::signedIn);
        return signedIn.orElseGet(() -> new Visitor.Anonymous(
                cookies.visit(request).map(Visitors::formToken).orElse("")));
    }

    /** Who this is; a browser that has no cookie of ours is given one. */
    public Arrival welcome(Request request) {
        Visitor visitor = of(request);
        if (!visitor.formToken().isEmpty()) {
            return new Arrival(visitor, Optional.empty());
        }
        String visit = cookies.random();
        return new Arrival(new Visitor.Anonymous(formToken(visit)), Optional.of(cookies.setVisit(visit)));
    }

    private Optional<Visitor> signedIn(String secret) {
        SecretHash id = SecretHash.of(secret);
        Instant now = clock.instant();
        return store.sessions()
                .find(id)
                .filter(session -> lives(session, now))
                .flatMap(session -> store.people()
                        .account(session.person())
                        .filter(Account::active)
                        .map(account -> {
                            if (now.isAfter(session.lastSeenAt().plus(WORTH_A_WRITE))) {
                                store.sessions().seen(id, now);
                            }
                            return new Visitor.SignedIn(account.person(), account.admin(), id, formToken(secret));
                        }));
    }

    private static boolean lives(Session session, Instant now) {
        return now.isBefore(session.lastSeenAt().plus(IDLE))
                && now.isBefore(session.startedAt().plus(ABSOLUTE));
    }

    /** The answer to a sign-in that succeeded: a new session, whoever's the one before was. */
    public Answer signIn(Request request, PersonId person, Answer answer) {
        String secret = cookies.random();
        Instant now = clock.instant();
        store.sessions()
                .begin(
                        new Session(SecretHash.of(secret), person, now, now),
                        cookies.session(request).map(SecretHash::of));
        return answer.with("Set-Cookie", cookies.setSession(secret));
    }

    /** The answer to a sign-in with a password: this browser is known from now on. */
    public Answer rememberDevice(Request request, PersonId person, Answer answer) {
        String device = cookies.device(request).orElseGet(cookies::random);
        store.credentials().remember(person, SecretHash.of(device), clock.instant());
        return answer.with("Set-Cookie", cookies.setDevice(device));
    }

    /** The answer to a sign-out. */
    public Answer signOut(Request request, Answer answer) {
        cookies.session(request).map(SecretHash::of).ifPresent(store.sessions()::end);
        return answer.with("Set-Cookie", cookies.clearSession());
    }

    /** What forms carry: a function of the cookie that whoever cannot read the cookie cannot know. */
    private static String formToken(String cookie) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal("form".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
