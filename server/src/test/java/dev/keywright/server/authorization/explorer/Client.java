package dev.keywright.server.authorization.explorer;

import dev.keywright.protocol.ClientId;
import java.util.UUID;

/** Who presents what. */
enum Client {
    /** The client that the code was made for, and whoever stole its credentials too. */
    OWNER(0),
    /** Another client, with credentials of its own and everything that the owner was ever answered. */
    THIEF(1);

    private final int number;

    Client(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    ClientId id() {
        return new ClientId(new UUID(1, number));
    }
}
