package dev.keywright.server.bearer;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Honour;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.NamedGrant;

/** What a presented token turned out to be. */
public sealed interface Inspected {
    /**
     * It is good.
     *
     * @param token what it says of itself
     * @param found what it names
     * @param bot who acts with it
     * @param connection whose bot that is
     * @param honoured from when it is good, and until when
     */
    record Live(Token token, NamedGrant found, Bot bot, Connection connection, Honour.Honoured honoured)
            implements Inspected {
        /** The row that it names. */
        public Authorization authorization() {
            return found.grant().authorization();
        }
    }

    /** It is not good; {@code why} is for journal and log only. */
    record Dead(String why) implements Inspected {}
}
