package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JteaccountChooserGenerated;
import java.util.List;

/** {@code GET /login} of the emulator: the people of the world, of whom one is chosen without a password. */
public final class AccountChooserPage implements FrontDoor.OpenPage {
    /** A page that nobody scrolls to the end of is long enough. */
    private static final int MOST = 200;

    private final Store store;
    private final Pages pages;

    /** The page over the people of this store. */
    public AccountChooserPage(Store store, Pages pages) {
        this.store = store;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor visitor) {
        Frame frame = pages.frame("Sign in", visitor, request.path()).card();
        List<Account> people =
                store.people().list(0, MOST).stream().filter(Account::active).toList();
        String next = OwnPath.of(Form.ofQuery(request).text("next"));
        return pages.show(
                200,
                (output, interceptor) -> JteaccountChooserGenerated.render(output, interceptor, frame, people, next));
    }
}
