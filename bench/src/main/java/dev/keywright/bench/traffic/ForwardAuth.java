package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import java.nio.ByteBuffer;

/** Asks as a proxy does whether a request may pass, with the access token of another authorization each time. */
final class ForwardAuth implements Conversation {
    private final RequestForm form = RequestForm.get(Wire.FORWARD_AUTH_PATH, Wire.TOKEN_LENGTH);
    private final Population population;
    private final Pick pick;

    ForwardAuth(Population population, Pick pick) {
        this.population = population;
        this.pick = pick;
    }

    @Override
    public ByteBuffer request() {
        form.fill(population.pair(pick.any()).accessToken());
        return form.bytes();
    }

    @Override
    public boolean accept(Answer answer) {
        return answer.status() == Wire.NO_CONTENT;
    }
}
