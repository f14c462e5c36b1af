package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import java.nio.ByteBuffer;

/** Refreshes one authorization over and over, as a client does: with the refresh token of the answer before. */
final class RefreshChain implements Conversation {
    private final RequestForm form;
    private final Population population;
    private final int index;
    private final byte[] refreshToken = new byte[Wire.TOKEN_LENGTH];

    RefreshChain(Credentials credentials, Population population, int index) {
        this.form = refreshForm(credentials);
        this.population = population;
        this.index = index;
        form.fill(population.pair(index).refreshToken());
    }

    static RequestForm refreshForm(Credentials credentials) {
        return RequestForm.post(
                Wire.TOKEN_PATH,
                credentials,
                "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"",
                Wire.TOKEN_LENGTH,
                "\"}");
    }

    @Override
    public ByteBuffer request() {
        return form.bytes();
    }

    @Override
    public boolean accept(Answer answer) {
        if (answer.status() != Wire.OK || !answer.copyAfter(Wire.REFRESH_TOKEN, refreshToken, 0, Wire.TOKEN_LENGTH)) {
            return false;
        }
        population.refreshed(index);
        form.fill(refreshToken);
        return true;
    }
}
