package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import java.nio.ByteBuffer;

/** Asks who the bot is, with the access token of another authorization each time. */
final class UsersMe implements Conversation {
    private final RequestForm form = RequestForm.get(Wire.USERS_ME_PATH, Wire.TOKEN_LENGTH);
    private final Population population;
    private final Pick pick;

    UsersMe(Population population, Pick pick) {
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
        return answer.status() == Wire.OK && answer.contains(Wire.BOT);
    }
}
