package dev.keywright.server.api;

import dev.keywright.server.description.Member;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.WireErrors;
import java.util.stream.Stream;

/** The form of a page: {@link dev.keywright.protocol.PageObject}. */
final class PageSchema {
    private PageSchema() {}

    /** One of a list. */
    static Schema ofEntry() {
        return Schema.object(members().toList()).named("Page");
    }

    /** The body of an answer. */
    static Schema ofBody() {
        return Schema.object(Stream.concat(members(), Stream.of(WireErrors.requestId()))
                        .toList())
                .named("FoundPage");
    }

    private static Stream<Member> members() {
        return Stream.of(
                Member.required("object", Schema.oneOf("page")),
                Member.required("id", Schema.text("uuid")),
                Member.required("created_time", Schema.text("date-time")),
                Member.required("last_edited_time", Schema.text("date-time")),
                Member.required("created_by", author()),
                Member.required("last_edited_by", author()),
                Member.required("cover", Schema.nothing()),
                Member.required("icon", Schema.nothing()),
                Member.required("parent", parent()),
                Member.required("in_trash", Schema.truth(false)),
                Member.required("is_archived", Schema.truth(false)),
                Member.required("is_locked", Schema.truth(false)),
                Member.required("properties", Schema.object(Member.required("title", title()))),
                Member.required("url", Schema.text("uri")),
                Member.required("public_url", Schema.nothing()),
                Member.optional("archived", Schema.truth(false).meaning("Not since the Notion-Version 2026-03-11.")));
    }

    private static Schema author() {
        return Schema.object(
                Member.required("object", Schema.oneOf("user")), Member.required("id", Schema.text("uuid")));
    }

    private static Schema parent() {
        return Schema.anyOf(
                Schema.object(
                        Member.required("type", Schema.oneOf("page_id")),
                        Member.required("page_id", Schema.text("uuid"))),
                Schema.object(
                        Member.required("type", Schema.oneOf("workspace")),
                        Member.required("workspace", Schema.truth(true))));
    }

    private static Schema title() {
        Schema text =
                Schema.object(Member.required("content", Schema.text()), Member.required("link", Schema.nothing()));
        Schema annotations = Schema.object(Stream.concat(
                        Stream.of("bold", "italic", "strikethrough", "underline", "code")
                                .map(name -> Member.required(name, Schema.truth())),
                        Stream.of(Member.required("color", Schema.text())))
                .toList());
        Schema part = Schema.object(
                Member.required("type", Schema.oneOf("text")),
                Member.required("text", text),
                Member.required("annotations", annotations),
                Member.required("plain_text", Schema.text()),
                Member.required("href", Schema.nothing()));
        return Schema.object(
                Member.required("id", Schema.oneOf("title")),
                Member.required("type", Schema.oneOf("title")),
                Member.required("title", Schema.listOf(part)));
    }
}
