package dev.keywright.protocol;

import tools.jackson.core.JsonGenerator;

/** The answer of the revocation endpoint: nothing but the request's id. */
public record RevocationResponse() implements WireBody {
    @Override
    public void writeFields(JsonGenerator json) {
        // The request's id, which every body ends with, is all there is.
    }
}
