package dev.keywright.server.wire;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resource servers as an admin makes them and as they introspect. */
final class ResourceServers {
    static final String PATH = "/developers/resource-servers";

    private ResourceServers() {}

    /** What one was given: its id and its secret. */
    record Credentials(String id, String secret) {
        /** What it learns of a token. */
        Reply introspect(TestServer server, String token) {
            return server.post(Flow.INTROSPECT)
                    .basic(id, secret)
                    .json(Map.of("token", token))
                    .send();
        }
    }

    /** Makes one; its credentials are in the answer, and nowhere else. */
    static Credentials make(Browser admin, String name) {
        admin.open(PATH);
        Reply reply = admin.send(PATH, "name", name);
        if (reply.status() != 200) {
            throw new AssertionError(reply);
        }
        return new Credentials(field(reply, "client-id"), field(reply, "client-secret"));
    }

    private static String field(Reply page, String id) {
        Matcher value = Pattern.compile("id=\"" + id + "\" value=\"([^\"]*)\"").matcher(page.text());
        if (!value.find()) {
            throw new AssertionError(page);
        }
        return value.group(1);
    }

    static Reply delete(Browser admin, Credentials credentials) {
        String path = PATH + "/" + credentials.id() + "/delete";
        admin.open(path);
        return admin.send(path);
    }
}
