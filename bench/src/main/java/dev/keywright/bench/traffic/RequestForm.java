package dev.keywright.bench.traffic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A request made once and sent many times: only the blank in it, a token or a code, changes. The blank keeps its length,
 * so the announced length of the body stays right.
 */
final class RequestForm {
    private static final String BLANK = "\u0000";

    private final ByteBuffer request;
    private final int blankAt;
    private final int blankLength;

    private RequestForm(String text, int blankLength) {
        this.blankAt = text.indexOf(BLANK);
        this.blankLength = blankLength;
        String whole = text.replace(BLANK, "?".repeat(blankLength));
        this.request = ByteBuffer.wrap(whole.getBytes(StandardCharsets.US_ASCII));
    }

    /** A refresh, in Notion's JSON, whose refresh token is the blank. */
    static RequestForm refresh(Credentials credentials) {
        return post(
                Wire.TOKEN_PATH,
                credentials,
                "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"",
                Wire.TOKEN_LENGTH,
                "\"}");
    }

    /** A POST of a JSON object with the blank between the two parts. */
    static RequestForm post(String path, Credentials credentials, String before, int blankLength, String after) {
        return post(path, credentials, "application/json", before, blankLength, after);
    }

    /** A POST of a form (RFC 6749 §4.1.3) that ends in the blank, which needs no escaping. */
    static RequestForm form(String path, Credentials credentials, String before, int blankLength) {
        return post(path, credentials, "application/x-www-form-urlencoded", before, blankLength, "");
    }

    private static RequestForm post(
            String path, Credentials credentials, String type, String before, int blankLength, String after) {
        int bodyLength = before.length() + blankLength + after.length();
        return new RequestForm(
                head("POST", path, credentials.basic())
                        + "Content-Type: " + type + "\r\nContent-Length: " + bodyLength + "\r\n\r\n" + before
                        + BLANK + after,
                blankLength);
    }

    /** A POST of JSON whose bearer token is the blank. */
    static RequestForm post(String path, String body, int blankLength) {
        return new RequestForm(
                head("POST", path, "Bearer " + BLANK) + "Content-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body,
                blankLength);
    }

    /** A GET whose bearer token is the blank. */
    static RequestForm get(String path, int blankLength) {
        return new RequestForm(head("GET", path, "Bearer " + BLANK) + "\r\n", blankLength);
    }

    private static String head(String method, String path, String authorization) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization
                + "\r\nNotion-Version: 2025-09-03\r\nUser-Agent: keywright-bench\r\nAccept: */*\r\n";
    }

    /** Fills the blank. */
    void fill(String text) {
        if (text.length() != blankLength) {
            throw new IllegalArgumentException("the blank has " + blankLength + " bytes, not " + text.length());
        }
        fill(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Fills the blank with exactly as many bytes as it has. */
    void fill(byte[] text) {
        System.arraycopy(text, 0, request.array(), blankAt, blankLength);
    }

    /** The whole request. */
    ByteBuffer bytes() {
        return request.rewind();
    }
}
