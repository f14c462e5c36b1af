package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.PasswordSignIn;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.identity.Visitors;
import java.time.Duration;
import java.util.Optional;

/** {@code POST /login}: a person signs in, or is told nothing about which of the two was wrong. */
public final class SignInWithPassword implements FrontDoor.OpenAction {
    private static final String BUSY_SECONDS = "2";

    private final PasswordSignIn signIn;
    private final Visitors visitors;
    private final SignInPage page;

    /** Shows {@code page} again when it fails. */
    public SignInWithPassword(PasswordSignIn signIn, Visitors visitors, SignInPage page) {
        this.signIn = signIn;
        this.visitors = visitors;
        this.page = page;
    }

    @Override
    public Answer answer(Request request, Visitor visitor, Form form) {
        String email = form.text("email").strip();
        String next = form.text("next");
        return switch (signIn.signIn(request, email, form.text("password"))) {
            case PasswordSignIn.Outcome.In(var person) ->
                visitors.rememberDevice(
                        request, person, visitors.signIn(request, person, Answer.seeOther(OwnPath.of(next))));
            case PasswordSignIn.Outcome.Refused refused ->
                page.show(422, visitor, email, next, Optional.of("Email or password is wrong."));
            case PasswordSignIn.Outcome.TooEarly(Duration wait) -> {
                long seconds = wait.plusMillis(999).toSeconds();
                yield page.show(
                                429,
                                visitor,
                                email,
                                next,
                                Optional.of("Too many attempts failed. Try again in " + seconds
                                        + (seconds == 1 ? " second." : " seconds.")))
                        .with("Retry-After", Long.toString(seconds));
            }
            case PasswordSignIn.Outcome.Busy busy ->
                page.show(
                                503,
                                visitor,
                                email,
                                next,
                                Optional.of("Many people are signing in at this moment. Try again in a few seconds."))
                        .with("Retry-After", BUSY_SECONDS);
        };
    }
}
