package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import java.nio.ByteBuffer;

/** Refreshes another authorization each time; its refresh token is computed from the generation it is known to have. */
final class RandomRefresh implements Conversation {
    private final RequestForm form;
    private final Population population;
    private final Pick pick;
    private int index;

    RandomRefresh(Credentials credentials, Population population, Pick pick) {
        this.form = RequestForm.refresh(credentials);
        this.population = population;
        this.pick = pick;
    }

    @Override
    public ByteBuffer request() {
        index = pick.any();
        form.fill(population.pair(index).refreshToken());
        return form.bytes();
    }

    @Override
    public boolean accept(Answer answer) {
        if (answer.status() != Wire.OK || !answer.contains(Wire.REFRESH_TOKEN)) {
            return false;
        }
        population.refreshed(index);
        return true;
    }
}
