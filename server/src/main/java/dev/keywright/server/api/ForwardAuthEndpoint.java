package dev.keywright.server.api;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.bearer.Inspected;
import dev.keywright.server.bearer.TokenInspection;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Security;
import dev.keywright.server.description.Subject;
import dev.keywright.server.description.WireErrors;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.BearerHeader;
import dev.keywright.server.http.Request;

/**
 * {@code /forward-auth}: whether a proxy may let a request pass on to the API that it guards. 204 says yes, and who asks;
 * all else says no. Every method and every path below it is answered alike, because some proxies ask with the original
 * ones, and the body is not looked at.
 */
public final class ForwardAuthEndpoint implements ApiEndpoint {
    /** Where a proxy asks. */
    public static final String PATH = "/forward-auth";

    private static final Answer.Header NO_STORE = new Answer.Header("Cache-Control", "no-store");

    private final TokenInspection tokens;

    /** The endpoint that tells what {@code tokens} finds. */
    public ForwardAuthEndpoint(TokenInspection tokens) {
        this.tokens = tokens;
    }

    @Override
    public Operation operation(String method) {
        return Operation.of(
                        Subject.GUARD,
                        "Whether a proxy may let a request pass",
                        "Every method, and every path below this one, is answered alike.")
                .by(Security.TOKEN)
                .answering(Reply.empty(204, "It may pass.")
                        .with("X-Keywright-Bot-Id", "The bot that the token acts as.")
                        .with("X-Keywright-Workspace-Id", "Where it acts.")
                        .with("X-Keywright-Client-Id", "The connection whose bot it is.")
                        .with("X-Keywright-Person-Id", "For whom it acts; empty for an internal connection.")
                        .with("X-Keywright-Scope", "What it may do: names separated by spaces."))
                .answering(Reply.json(401, "There is no token, or it is not good.", WireErrors.api())
                        .with("WWW-Authenticate", "How to authenticate, and what is wrong with the token (RFC 6750)."));
    }

    @Override
    public Answer answer(Request request) {
        Answer answer = switch (BearerHeader.read(request)) {
            case BearerHeader.Malformed malformed ->
                unauthorized(request, BearerAuthentication.WRONG_FORMAT, "Bearer", BearerAuthentication.WRONG_FORMAT);
            case BearerHeader.Token(String presented) ->
                switch (tokens.use(presented)) {
                    case Inspected.Dead(String why) ->
                        unauthorized(
                                request, BearerAuthentication.NO_SUCH_TOKEN, "Bearer error=\"invalid_token\"", why);
                    case Inspected.Live live -> passes(live);
                };
        };
        return answer.with(NO_STORE);
    }

    /** RFC 6750 §3.1: an error code is for whoever presented a token. */
    private static Answer unauthorized(Request request, String message, String challenge, String why) {
        return Answer.refused(request, new ApiError(ApiErrorCode.UNAUTHORIZED, message), why)
                .with("WWW-Authenticate", challenge);
    }

    /**
     * All five are always there, also where one is empty, so that a proxy overwrites whatever the client sent by these
     * names. An internal connection acts for its workspace and for no person.
     */
    private static Answer passes(Inspected.Live live) {
        Bot bot = live.bot();
        Installation installation = bot.installation();
        boolean internal = live.connection().internalTo().isPresent();
        return Answer.noContent()
                .with(
                        new Answer.Header("X-Keywright-Bot-Id", bot.id().toString()),
                        new Answer.Header(
                                "X-Keywright-Workspace-Id",
                                installation.workspace().toString()),
                        new Answer.Header(
                                "X-Keywright-Client-Id", installation.client().toString()),
                        new Answer.Header(
                                "X-Keywright-Person-Id",
                                internal ? "" : installation.person().toString()),
                        new Answer.Header(
                                "X-Keywright-Scope", bot.capabilities().scope()));
    }

    @Override
    public boolean readsBody() {
        return false;
    }
}
