package dev.keywright.server.api;

import dev.keywright.server.description.Body;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Schema;
import java.util.stream.Stream;

/** The forms of a search: {@link dev.keywright.protocol.SearchRequest}, and its answer. */
final class SearchSchema {
    private SearchSchema() {}

    static Operation asked(Operation search) {
        Member query = Member.optional("query", Schema.text().meaning("What titles should have in them."));
        Member filter = Member.optional(
                "filter",
                Schema.object(
                        Member.optional("property", Schema.oneOf("object")),
                        Member.optional("value", Schema.oneOf("page", "data_source", "database")),
                        Member.optional("in_trash", Schema.truth())));
        Member sort = Member.optional(
                "sort",
                Schema.object(
                        Member.optional("property", Schema.oneOf("relevance")),
                        Member.optional("timestamp", Schema.oneOf("last_edited_time")),
                        Member.optional("direction", Schema.oneOf("ascending", "descending"))));
        return search.taking(Body.json(Stream.concat(Stream.of(query, filter, sort), Part.members().stream())
                .toArray(Member[]::new)));
    }

    static Schema ofBody() {
        return Part.schema(PageSchema.ofEntry(), "page_or_data_source", "page_or_database")
                .named("SearchResult");
    }
}
