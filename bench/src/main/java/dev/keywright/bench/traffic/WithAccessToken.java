package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Sends one request over and over, with the access token of another authorization each time. */
final class WithAccessToken implements Conversation {
    private final RequestForm form;
    private final IntFunction<String> accessTokens;
    private final Pick pick;
    private final Predicate<Answer> right;

    /** What {@code form} asks; its blank is for the token, which is that of the authorization picked. */
    WithAccessToken(RequestForm form, IntFunction<String> accessTokens, Pick pick, Predicate<Answer> right) {
        this.form = form;
        this.accessTokens = accessTokens;
        this.pick = pick;
        this.right = right;
    }

    @Override
    public ByteBuffer request() {
        form.fill(accessTokens.apply(pick.any()));
        return form.bytes();
    }

    @Override
    public boolean accept(Answer answer) {
        return right.test(answer);
    }
}
