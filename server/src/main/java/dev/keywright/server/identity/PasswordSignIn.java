package dev.keywright.server.identity;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.http.PeerAddress;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Signs people in with email and password. */
public final class PasswordSignIn {
    /** After so long without another failure a place begins anew. */
    public static final Duration FAILURES_COUNT_FOR = Duration.ofHours(1);

    private final Store store;
    private final InstantSource clock;
    private final Passwords passwords;
    private final BrowserCookies cookies;
    private final AuditTrail audit;
    private final SignInThrottle throttle;

    /** Signs in the people of this store. */
    public PasswordSignIn(
            Store store, InstantSource clock, Passwords passwords, BrowserCookies cookies, AuditTrail audit) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.cookies = cookies;
        this.audit = audit;
        this.throttle = new SignInThrottle(store.signInFailures());
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is this person. */
        record In(PersonId person) implements Outcome {}

        /** Email or password are wrong, or the account is not active: which, nobody is told. */
        record Refused() implements Outcome {}

        /** Too many failures before: not looked at. */
        record TooEarly(Duration delay) implements Outcome {}

        /** Too many sign in at this moment: not looked at. */
        record Busy() implements Outcome {}
    }

    /** Tries it. */
    public Outcome signIn(Request request, String email, String password) {
        Instant now = clock.instant();
        Optional<Account> account = store.people().byEmail(email).filter(Account::active);
        SignInThrottle.From from = from(request, account);
        String name = email.toLowerCase(Locale.ROOT);
        Optional<Duration> wait = throttle.begin(from, name, now);
        if (wait.isPresent()) {
            return new Outcome.TooEarly(wait.get());
        }
        Optional<PersonId> person = account.map(found -> found.person().id());
        Optional<String> kept = person.flatMap(store.credentials()::password);
        return switch (passwords.check(password, kept)) {
            case Passwords.Checked.Right(Optional<String> better) -> {
                throttle.takeBack(from, name, now, true);
                PersonId id = person.orElseThrow();
                better.ifPresent(phc -> store.credentials().improve(id, kept.orElseThrow(), phc));
                audit.record(request.id(), new AuditEvent.SignedIn(id));
                yield new Outcome.In(id);
            }
            case Passwords.Checked.Wrong wrong -> {
                audit.record(request.id(), new AuditEvent.SignInRefused(person));
                yield new Outcome.Refused();
            }
            case Passwords.Checked.Busy busy -> {
                throttle.takeBack(from, name, now, false);
                yield new Outcome.Busy();
            }
        };
    }

    private SignInThrottle.From from(Request request, Optional<Account> account) {
        Optional<SecretHash> device = cookies.device(request)
                .map(SecretHash::of)
                .filter(known -> account.map(found ->
                                store.credentials().isKnownDevice(found.person().id(), known))
                        .orElse(false));
        return device.<SignInThrottle.From>map(known -> new SignInThrottle.From.KnownDevice(known.hex()))
                .orElseGet(() -> new SignInThrottle.From.Address(PeerAddress.network(request.peer())));
    }
}
