package dev.keywright.protocol;

import tools.jackson.core.io.JsonStringEncoder;

/** Shows a value as JSON inside a message, as the API's validation errors do. */
final class JsonText {
    private JsonText() {}

    static String quoted(String value) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)) + "\"";
    }
}
