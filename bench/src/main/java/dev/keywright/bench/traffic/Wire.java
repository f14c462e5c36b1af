package dev.keywright.bench.traffic;

import java.nio.charset.StandardCharsets;

/** What of the wire the conversations must know. */
final class Wire {
    static final String TOKEN_PATH = "/v1/oauth/token";
    static final String INTROSPECT_PATH = "/v1/oauth/introspect";
    static final String USERS_ME_PATH = "/v1/users/me";
    static final String FORWARD_AUTH_PATH = "/forward-auth";
    static final String SEARCH_PATH = "/v1/search";
    static final String PAGES_PATH = "/v1/pages/";

    /** Prefix, 11 digits, 35 characters. */
    static final int TOKEN_LENGTH = 50;

    /** A UUID. */
    static final int CODE_LENGTH = 36;

    static final int OK = 200;
    static final int NO_CONTENT = 204;
    static final byte[] ACCESS_TOKEN = ascii("\"access_token\":\"");
    static final byte[] REFRESH_TOKEN = ascii("\"refresh_token\":\"");
    static final byte[] ACTIVE = ascii("{\"active\":true,");
    static final byte[] PAGE = ascii("{\"object\":\"page\",");
    static final byte[] LIST = ascii("{\"object\":\"list\",");
    static final byte[] BOT = ascii("\"type\":\"bot\",");

    private Wire() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
