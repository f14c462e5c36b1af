package dev.keywright.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The {@code Notion-Version} header: seven values are accepted, and the refusals enumerate them as the API does. */
public final class NotionVersion {
    private static final List<String> ACCEPTED =
            List.of("2021-05-11", "2021-05-13", "2021-08-16", "2022-02-22", "2022-06-28", "2025-09-03", "2026-03-11");

    private NotionVersion() {}

    /** What is wrong with the header's value, or empty when it is one of the accepted ones. */
    public static Optional<ApiError> problemWith(Optional<String> header) {
        if (header.isEmpty()) {
            return Optional.of(problem("should be defined, instead was `undefined`."));
        }
        String value = header.get();
        return ACCEPTED.contains(value)
                ? Optional.empty()
                : Optional.of(problem("should be " + enumerated() + ", instead was `" + JsonText.quoted(value) + "`."));
    }

    private static ApiError problem(String what) {
        return new ApiError(
                ApiErrorCode.MISSING_VERSION, "Notion-Version header failed validation: Notion-Version header " + what);
    }

    private static String enumerated() {
        String last = "or `\"" + ACCEPTED.get(ACCEPTED.size() - 1) + "\"`";
        return ACCEPTED.subList(0, ACCEPTED.size() - 1).stream()
                .map(version -> "`\"" + version + "\"`, ")
                .collect(Collectors.joining("", "", last));
    }
}
