package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import java.nio.ByteBuffer;

/** Reads one page over and over, with the access token of another authorization each time. */
final class OnePage implements Conversation {
    private final RequestForm form;
    private final Population population;
    private final Pick pick;

    OnePage(String page, Population population, Pick pick) {
        this.form = RequestForm.get(Wire.PAGES_PATH + page, Wire.TOKEN_LENGTH);
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
        return answer.status() == Wire.OK && answer.contains(Wire.PAGE);
    }
}
