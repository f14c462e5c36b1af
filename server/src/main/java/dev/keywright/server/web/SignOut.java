package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.identity.Visitors;

/** {@code POST /logout}: the session of this browser is over. */
public final class SignOut implements FrontDoor.OpenAction {
    private final Visitors visitors;

    /** Ends sessions. */
    public SignOut(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public Answer answer(Request request, Visitor visitor, Form form) {
        return visitors.signOut(request, Answer.seeOther("/login"));
    }
}
