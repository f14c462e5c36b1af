package dev.keywright.protocol;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON object that is the body of an answer: its own fields in wire order, then {@code request_id}. */
public interface WireBody {
    /** Writes the fields, without the surrounding braces and without {@code request_id}. */
    void writeFields(JsonGenerator json);

    /** The compact UTF-8 JSON of this body, closed by the request's id, as every recorded answer is. */
    default byte[] toJson(String requestId) {
        return render(this, requestId);
    }

    private static byte[] render(WireBody body, String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(640);
        try (JsonGenerator json = Factory.JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            body.writeFields(json);
            json.writeStringProperty("request_id", requestId);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The one factory that all bodies share. */
    final class Factory {
        private static final JsonFactory JSON = new JsonFactory();

        private Factory() {}
    }
}
