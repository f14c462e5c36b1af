package dev.keywright.server.emulator;

import dev.keywright.server.description.Member;
import dev.keywright.server.description.Schema;

/** The parts of a world as {@code GET /emulator/world} shows them. */
final class WorldSchemas {
    private static final String PAGE = "WorldPage";

    private WorldSchemas() {}

    static Schema person() {
        return Schema.object(
                Member.required("id", Schema.text("uuid")),
                Member.required("email", Schema.text()),
                Member.required("name", Schema.text().orNull()),
                Member.required("avatar_url", Schema.text().orNull()));
    }

    static Schema workspace() {
        return Schema.object(
                Member.required("id", Schema.text("uuid")),
                Member.required("name", Schema.text()),
                Member.required("icon", Schema.text().orNull()),
                Member.required(
                        "members", Schema.listOf(Schema.text()).meaning("Emails; the first is the default person.")),
                Member.required("pages", Schema.listOf(page())));
    }

    private static Schema page() {
        return Schema.object(
                        Member.required("id", Schema.text("uuid")),
                        Member.required("title", Schema.text()),
                        Member.optional(
                                "visible_to",
                                Schema.anyOf(Schema.oneOf("everyone"), Schema.listOf(Schema.text()))
                                        .meaning("Left out where it is as of the page above.")),
                        Member.optional("pages", Schema.listOf(Schema.reference(PAGE))))
                .named(PAGE);
    }

    static Schema connection() {
        Schema capabilities = Schema.object(
                Member.required("content", Schema.listOf(Schema.oneOf("read", "update", "insert"))),
                Member.required("comments", Schema.listOf(Schema.oneOf("read", "insert"))),
                Member.required("people", Schema.oneOf("none", "without_email", "with_email")));
        return Schema.object(
                Member.required("client_id", Schema.text("uuid")),
                Member.optional("client_secret", Schema.text()),
                Member.required("name", Schema.text()),
                Member.required("icon", Schema.text().orNull()),
                Member.required("website", Schema.text().orNull()),
                Member.required("owner", Schema.text().orNull()),
                Member.required("redirect_uris", Schema.listOf(Schema.text())),
                Member.required("capabilities", capabilities),
                Member.required("template_page", Schema.text("uuid").orNull()),
                Member.required("workspaces", Schema.anyOf(Schema.oneOf("any"), Schema.listOf(Schema.text("uuid")))),
                Member.required("refresh_tokens", Schema.truth()),
                Member.required("require_pkce", Schema.truth()),
                Member.required("disabled", Schema.truth()),
                Member.required("authorization_url", Schema.text("uri")));
    }

    static Schema rateLimit() {
        return Schema.object(
                Member.required("requests_per_minute", Schema.wholeNumber().orNull()),
                Member.required("failed_authentication", Schema.wholeNumber().orNull()));
    }
}
