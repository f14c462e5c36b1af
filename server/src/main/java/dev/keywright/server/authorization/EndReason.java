package dev.keywright.server.authorization;

/** Why an authorization ended. The names are stored: they may be added to, not changed. */
public enum EndReason {
    /** Its own client revoked one of its tokens. */
    REVOKED("its client revoked it"),
    /** A used code was presented again. */
    CODE_REPLAYED("its code was presented a second time"),
    /** A refresh token older than the grace allows was presented again. */
    REFRESH_TOKEN_REPLAYED("a refresh token that had been replaced was presented again"),
    /** A person ended the connection. */
    DISCONNECTED("the person disconnected the connection"),
    /** Its bot had more authorizations than it may hold, and this one was unused longest. */
    ONE_TOO_MANY("its bot holds as many newer authorizations as it may"),
    /** Its connection was deleted. */
    CONNECTION_DELETED("its connection was deleted"),
    /** Somebody ended a static token of an internal connection. */
    TOKEN_ENDED("its static token was ended at the console"),
    /** An admin deactivated its person. */
    PERSON_DEACTIVATED("its person was deactivated"),
    /** Its person is no member of its workspace any more. */
    LEFT_WORKSPACE("its person left the workspace"),
    /** Its workspace is no more. */
    WORKSPACE_DELETED("its workspace was deleted");

    private final String sentence;

    EndReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason, to go behind "the authorization ended because …". */
    public String sentence() {
        return sentence;
    }
}
