package dev.keywright.server.authorization;

import dev.keywright.protocol.BotId;
import java.time.Instant;
import java.util.Optional;

/**
 * The end of one static token of an internal connection, asked for at the console. Its outcome is the row that it ended;
 * empty when the row is of another bot or was over before.
 */
public record EndToken(BotId bot, Instant now) implements Decision<Optional<Authorization>> {
    @Override
    public Verdict<Optional<Authorization>> decide(Authorization row) {
        if (!row.bot().equals(bot) || row.state() instanceof Ended) {
            return Verdict.unchanged(Optional.empty());
        }
        Authorization over = row.ended(EndReason.TOKEN_ENDED, now);
        return Verdict.changed(Optional.of(over), over);
    }

    @Override
    public Optional<Authorization> unknown() {
        return Optional.empty();
    }
}
