package dev.keywright.server.description;

/** What a caller shows to be let in. */
public enum Security {
    /** Nothing. */
    NONE("none", ""),
    /** The client id and secret of a connection, or of a resource server (RFC 7617). */
    CLIENT("client", "basic"),
    /** An access token (RFC 6750). */
    TOKEN("token", "bearer");

    private final String id;
    private final String scheme;

    Security(String id, String scheme) {
        this.id = id;
        this.scheme = scheme;
    }

    /** Its name in a document. */
    String id() {
        return id;
    }

    /** The HTTP authentication scheme; empty when there is none. */
    String scheme() {
        return scheme;
    }
}
