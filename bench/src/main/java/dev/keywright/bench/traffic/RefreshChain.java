package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import java.nio.ByteBuffer;

/** Refreshes one authorization over and over, as a client does: with the refresh token of the answer before. */
final class RefreshChain implements Conversation {
    private final RequestForm form;
    private final Renewal renewal;
    private final byte[] refreshToken;

    /** Is told of each answer that renewed the tokens. */
    interface Renewal {
        /** Tells it. */
        void renewed(Answer answer);
    }

    /** The chain that begins with this refresh token; the blank of {@code form} is for it. */
    RefreshChain(RequestForm form, String first, Renewal renewal) {
        this.form = form;
        this.renewal = renewal;
        this.refreshToken = new byte[first.length()];
        form.fill(first);
    }

    @Override
    public ByteBuffer request() {
        return form.bytes();
    }

    @Override
    public boolean accept(Answer answer) {
        if (answer.status() != Wire.OK || !answer.copyAfter(Wire.REFRESH_TOKEN, refreshToken, 0, refreshToken.length)) {
            return false;
        }
        renewal.renewed(answer);
        form.fill(refreshToken);
        return true;
    }
}
