package dev.keywright.distribution.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.distribution.App;
import dev.keywright.distribution.nodes.Call.Accepted;
import dev.keywright.distribution.nodes.Call.Answer;
import dev.keywright.distribution.nodes.Call.Issued;
import dev.keywright.distribution.nodes.Call.Refused;
import dev.keywright.distribution.nodes.Call.Unknown;
import java.net.http.HttpHeaders;

/** What replies over HTTP come to. E12: whatever is broken, there is no reply but these. */
final class Replies {
    private Replies() {}

    /** To an exchange or a refresh. */
    static Answer pair(App.Reply reply) {
        return reply.ok() ? new Issued(reply.pair()) : refused(reply, 400);
    }

    /** To a call with an access token. */
    static Answer access(App.Reply reply) {
        return reply.ok() ? new Accepted() : refused(reply, 401);
    }

    /** To an introspection. */
    static Answer introspection(App.Reply reply) {
        return reply.active() ? new Accepted() : refused(reply, 200);
    }

    /** To a revocation. */
    static Answer revocation(App.Reply reply) {
        return reply.ok() ? new Accepted() : unavailable(reply.status(), reply.headers(), reply.body());
    }

    private static Answer refused(App.Reply reply, int status) {
        return reply.status() == status ? new Refused() : unavailable(reply.status(), reply.headers(), reply.body());
    }

    /** To whatever was answered neither by doing nor by refusing it. */
    static Answer unavailable(int status, HttpHeaders headers, String body) {
        assertThat(status).as(body).isEqualTo(503);
        assertThat(headers.firstValue("Retry-After")).isPresent();
        return new Unknown();
    }
}
