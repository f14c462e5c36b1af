package dev.keywright.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code Notion-Version} header: seven values are accepted, and the refusals enumerate them as the API does. */
public enum NotionVersion {
    V2021_05_11("2021-05-11"),
    V2021_05_13("2021-05-13"),
    V2021_08_16("2021-08-16"),
    V2022_02_22("2022-02-22"),
    V2022_06_28("2022-06-28"),
    V2025_09_03("2025-09-03"),
    V2026_03_11("2026-03-11");

    private final String text;

    NotionVersion(String text) {
        this.text = text;
    }

    /** What a header turned out to be. */
    public sealed interface Read {
        /** One of the seven. */
        record Known(NotionVersion version) implements Read {}

        /** Absent, or none of them. */
        record Refused(ApiError error) implements Read {}
    }

    /** Reads the header's value. */
    public static Read read(Optional<String> header) {
        if (header.isEmpty()) {
            return refused("should be defined, instead was `undefined`.");
        }
        return Stream.of(values())
                .filter(version -> version.text.equals(header.get()))
                .findFirst()
                .<Read>map(Read.Known::new)
                .orElseGet(() -> refused(
                        "should be " + enumerated() + ", instead was `" + JsonText.quoted(header.get()) + "`."));
    }

    private static Read refused(String what) {
        return new Read.Refused(new ApiError(
                ApiErrorCode.MISSING_VERSION,
                "Notion-Version header failed validation: Notion-Version header " + what));
    }

    private static String enumerated() {
        return Enumeration.of(Stream.of(values())
                .map(version -> JsonText.quoted(version.text))
                .collect(Collectors.toList()));
    }

    /** All of them as they are written, the oldest first. */
    public static List<String> texts() {
        return Stream.of(values()).map(version -> version.text).collect(Collectors.toList());
    }

    /** Whether this version is that one or a later one. */
    public boolean isSince(NotionVersion other) {
        return compareTo(other) >= 0;
    }
}
