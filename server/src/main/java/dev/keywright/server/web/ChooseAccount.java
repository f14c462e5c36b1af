package dev.keywright.server.web;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.identity.Visitors;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.Store;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /login} of the emulator: the browser becomes the person that was chosen. */
public final class ChooseAccount implements FrontDoor.OpenAction {
    private final Store store;
    private final Visitors visitors;
    private final ErrorPages errors;

    /** Signs in people of this store. */
    public ChooseAccount(Store store, Visitors visitors, ErrorPages errors) {
        this.store = store;
        this.visitors = visitors;
        this.errors = errors;
    }

    @Override
    public Answer answer(Request request, Visitor visitor, Form form) {
        return person(form.text("person"))
                .filter(Account::active)
                .map(account ->
                        visitors.signIn(request, account.person().id(), Answer.seeOther(OwnPath.of(form.text("next")))))
                .orElseGet(() -> errors.malformed(visitor, "there is no such person to sign in as"));
    }

    private Optional<Account> person(String id) {
        try {
            return store.people().account(new PersonId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
