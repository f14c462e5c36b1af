package dev.keywright.server.http;

import dev.keywright.server.description.Described;

/** An endpoint that programs call: it is part of the API, and so says what it takes and answers. */
public interface ApiEndpoint extends Endpoint, Described {}
