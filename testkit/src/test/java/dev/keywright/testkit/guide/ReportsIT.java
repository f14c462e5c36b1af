package dev.keywright.testkit.guide;

import dev.keywright.client.ClientCredentials;
import dev.keywright.client.OAuthClient;
import dev.keywright.testkit.Connection;
import dev.keywright.testkit.EmulateNotion;
import dev.keywright.testkit.Emulator;
import dev.keywright.testkit.Fault;
import org.junit.jupiter.api.Test;

// guide: shared
@EmulateNotion(shared = true, connection = "Read-only Reports")
class ReportsIT {
    @Test
    void seesItsOwnRequestsAlone(Emulator emulator, Connection reports) throws Exception {
        emulator.faults().add(Fault.status(503).client(reports));

        app(emulator, reports).introspect("a token");

        emulator.requests().answered(503).assertCount(1);
    }

    private static OAuthClient app(Emulator emulator, Connection connection) {
        return OAuthClient.builder(new ClientCredentials(connection.clientId(), connection.clientSecret()))
                .baseUrl(emulator.baseUrl())
                .build();
    }
}
// end
