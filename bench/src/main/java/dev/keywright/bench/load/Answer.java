package dev.keywright.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * An HTTP/1.1 answer, read where it lies. One object serves all answers of a driver: what it tells holds until the next
 * {@link #read}. It understands what a benchmarked server sends, a status line, headers and a body of the announced
 * length, and calls everything else malformed.
 */
public final class Answer {
    /** How far an answer has come. */
    public enum Progress {
        INCOMPLETE,
        MALFORMED,
        COMPLETE
    }

    private static final byte[] VERSION = "HTTP/1.1 ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_LINE_START = VERSION.length + 3;
    private static final int LENGTH_UNKNOWN = -1;
    private static final int LENGTH_BAD = -2;
    private static final int LONGEST_BODY = 1 << 24;

    private byte[] bytes = new byte[0];
    private int status;
    private int bodyStart;
    private int end;

    /** Reads the first {@code length} bytes, which began with the answer's first; nothing may follow the answer. */
    public Progress read(byte[] received, int length) {
        bytes = received;
        if (length < STATUS_LINE_START) {
            return Progress.INCOMPLETE;
        }
        status = readStatus();
        if (status < 0) {
            return Progress.MALFORMED;
        }
        int bodyLength = LENGTH_UNKNOWN;
        int line = afterLine(STATUS_LINE_START, length);
        while (line > 0) {
            if (line + 1 < length && bytes[line] == '\r' && bytes[line + 1] == '\n') {
                return body(line + 2, bodyLength, length);
            }
            if (startsWithContentLength(line, length)) {
                bodyLength = bodyLength == LENGTH_UNKNOWN ? number(line + CONTENT_LENGTH.length, length) : LENGTH_BAD;
            }
            line = afterLine(line, length);
        }
        return Progress.INCOMPLETE;
    }

    private Progress body(int start, int bodyLength, int length) {
        bodyStart = start;
        end = start + bodyLength;
        if (bodyLength < 0 || length > end) {
            return Progress.MALFORMED;
        }
        return length == end ? Progress.COMPLETE : Progress.INCOMPLETE;
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** How many bytes the answer has, headers included. */
    public int size() {
        return end;
    }

    /** Whether the body contains these bytes. */
    public boolean contains(byte[] text) {
        return indexAfter(text) >= 0;
    }

    /** Copies what follows the first {@code text} in the body; false, and nothing copied, when it is not there. */
    public boolean copyAfter(byte[] text, byte[] into, int offset, int count) {
        int from = indexAfter(text);
        if (from < 0 || from + count > end) {
            return false;
        }
        System.arraycopy(bytes, from, into, offset, count);
        return true;
    }

    private int readStatus() {
        for (int i = 0; i < VERSION.length; i++) {
            if (bytes[i] != VERSION[i]) {
                return -1;
            }
        }
        int code = 0;
        for (int i = VERSION.length; i < STATUS_LINE_START; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            code = code * 10 + digit;
        }
        return code;
    }

    private int afterLine(int from, int length) {
        for (int i = from; i < length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean startsWithContentLength(int from, int length) {
        if (from + CONTENT_LENGTH.length > length) {
            return false;
        }
        for (int i = 0; i < CONTENT_LENGTH.length; i++) {
            int character = bytes[from + i];
            if (character >= 'A' && character <= 'Z') {
                character += 'a' - 'A';
            }
            if (character != CONTENT_LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int length) {
        int i = from;
        while (i < length && bytes[i] == ' ') {
            i++;
        }
        int first = i;
        int value = 0;
        for (; i < length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = value * 10 + (bytes[i] - '0');
            if (value > LONGEST_BODY) {
                return LENGTH_BAD;
            }
        }
        return i > first && i < length && bytes[i] == '\r' ? value : LENGTH_BAD;
    }

    private int indexAfter(byte[] text) {
        for (int i = bodyStart; i + text.length <= end; i++) {
            int matched = 0;
            while (matched < text.length && bytes[i + matched] == text[matched]) {
                matched++;
            }
            if (matched == text.length) {
                return i + matched;
            }
        }
        return -1;
    }
}
