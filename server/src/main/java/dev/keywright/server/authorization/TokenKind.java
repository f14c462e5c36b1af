package dev.keywright.server.authorization;

/** What a token is for. The MAC covers the kind, so neither can be turned into the other. */
public enum TokenKind {
    ACCESS((byte) 0),
    REFRESH((byte) 1);

    private final byte domain;

    TokenKind(byte domain) {
        this.domain = domain;
    }

    /** What stands for the kind in the MAC's input; it is in every token ever issued and never changes. */
    byte domain() {
        return domain;
    }
}
