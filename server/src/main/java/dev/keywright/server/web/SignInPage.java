package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JtesignInGenerated;
import java.util.Optional;

/** {@code GET /login}: email and password. */
public final class SignInPage implements FrontDoor.OpenPage {
    private final Pages pages;

    /** The page. */
    public SignInPage(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor visitor) {
        return show(200, visitor, "", Form.ofQuery(request).text("next"), Optional.empty());
    }

    Answer show(int status, Visitor visitor, String email, String next, Optional<String> problem) {
        Frame frame = pages.frame("Sign in", visitor, "/login").card();
        return pages.show(
                status,
                (output, interceptor) ->
                        JtesignInGenerated.render(output, interceptor, frame, email, OwnPath.of(next), problem));
    }
}
