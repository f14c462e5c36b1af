package dev.keywright.bench.floor;

import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The bare web server: it reads the whole request and parses its JSON, and answers what Keywright would, byte for byte as
 * many and under the same headers, without a store and without a check. Run as a process of its own.
 */
public final class Floor {
    private static final String LOOPBACK = "127.0.0.1";

    /** Held so that its level is not forgotten: what Helidon tells at every start is no news here. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private Floor() {}

    /** Serves until killed, on the port named first, or a free one. */
    public static void main(String[] args) {
        HELIDON.setLevel(Level.WARNING);
        WebServer server = WebServer.builder()
                .host(LOOPBACK)
                .port(args.length == 0 ? 0 : Integer.parseInt(args[0]))
                .routing(Floor::route)
                .build()
                .start();
        System.out.println("The floor is ready on http://" + LOOPBACK + ":" + server.port());
    }

    private static void route(HttpRouting.Builder routing) {
        Handler token = (request, response) -> {
            JsonBody.read(request.content().as(byte[].class));
            FloorAnswers.TOKEN.send(response.status(Status.OK_200));
        };
        Handler introspect = (request, response) -> {
            JsonBody.read(request.content().as(byte[].class));
            FloorAnswers.INTROSPECTION.send(response.status(Status.OK_200));
        };
        Handler usersMe = (request, response) -> FloorAnswers.USERS_ME.send(response.status(Status.OK_200));
        Handler page = (request, response) -> FloorAnswers.PAGE.send(response.status(Status.OK_200));
        Handler forwardAuth =
                (request, response) -> FloorAnswers.FORWARD_AUTH.send(response.status(Status.NO_CONTENT_204));
        routing.post("/v1/oauth/token", token)
                .post("/v1/oauth/introspect", introspect)
                .get("/v1/users/me", usersMe)
                .get("/v1/pages/{id}", page)
                .get("/forward-auth", forwardAuth);
    }
}
