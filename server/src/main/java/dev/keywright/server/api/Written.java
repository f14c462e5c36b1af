package dev.keywright.server.api;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A text that is written for the first who asks, and the same for all after. */
final class Written {
    private final AtomicReference<Optional<byte[]>> text = new AtomicReference<>(Optional.empty());

    /** The text; two who ask first at once both write it. */
    byte[] by(Supplier<byte[]> writer) {
        return text.get().orElseGet(() -> {
            byte[] fresh = writer.get();
            text.set(Optional.of(fresh));
            return fresh;
        });
    }
}
