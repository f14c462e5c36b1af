package dev.keywright.server.description;

import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.protocol.OAuthErrorCode;
import java.util.List;
import java.util.stream.Stream;

/** The forms that errors have. */
public final class WireErrors {
    private WireErrors() {}

    /** The error of the REST endpoints: {@link dev.keywright.protocol.ApiError}. */
    public static Schema api() {
        List<String> codes =
                Stream.of(ApiErrorCode.values()).map(ApiErrorCode::code).toList();
        return Schema.object(
                        Member.required("object", Schema.oneOf("error")),
                        Member.required("status", Schema.wholeNumber(400, 599)),
                        Member.required("code", Schema.oneOf(codes)),
                        Member.required("message", Schema.text().meaning("What is wrong, for a developer.")),
                        Member.optional(
                                "additional_data",
                                Schema.anyObject().meaning("What a program may want to know; every value is a text.")),
                        requestId())
                .named("ApiError");
    }

    /**
     * The error of the OAuth endpoints: {@link dev.keywright.protocol.OAuthError}.
     *
     * @param describes whether it has a sentence beside the code
     */
    public static Schema oauth(boolean describes) {
        List<String> codes =
                Stream.of(OAuthErrorCode.values()).map(OAuthErrorCode::code).toList();
        Stream<Member> description = describes
                ? Stream.of(Member.optional("error_description", Schema.text().meaning("The code, in a sentence.")))
                : Stream.empty();
        return Schema.object(Stream.of(
                                Stream.of(Member.required("error", Schema.oneOf(codes))),
                                description,
                                Stream.of(requestId()))
                        .flatMap(members -> members)
                        .toList())
                .named("OAuthError");
    }

    /** What every body of the wire ends with. */
    public static Member requestId() {
        return Member.required(
                "request_id",
                Schema.text("uuid").meaning("Also in the header x-notion-request-id, and in the server's records."));
    }
}
