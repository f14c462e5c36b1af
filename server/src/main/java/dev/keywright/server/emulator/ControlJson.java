package dev.keywright.server.emulator;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON of the control endpoints; apart from them, so that it is made for the first request and not at every start. */
final class ControlJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ControlJson() {}
}
