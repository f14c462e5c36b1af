package dev.keywright.server.emulator.journal;

import dev.keywright.server.description.Member;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Parameter;
import dev.keywright.server.description.Schema;

/** The forms of {@link JournalFilter} and {@link JournalEntry}. */
final class JournalSchema {
    private JournalSchema() {}

    static Operation filtered(Operation operation) {
        return operation
                .taking(Parameter.query("since", Schema.wholeNumber(), "Only entries with a higher id."))
                .taking(Parameter.query("path", Schema.text(), "Only paths that begin so."))
                .taking(Parameter.query("client_id", Schema.text("uuid"), "Only what names this connection."));
    }

    static Schema list() {
        return Schema.object(Member.required("requests", Schema.listOf(entry())));
    }

    private static Schema entry() {
        Schema sent = Schema.object(
                Member.required("query", Schema.anyObject()),
                Member.required("body", Schema.anything().meaning("Null where there is none.")));
        return Schema.object(
                        Member.required("id", Schema.wholeNumber()),
                        Member.required("at", Schema.text("date-time")),
                        Member.required("request_id", Schema.text()),
                        Member.required("method", Schema.text()),
                        Member.required("path", Schema.text()),
                        Member.required("client_id", Schema.text("uuid").orNull()),
                        Member.required(
                                "authorization",
                                Schema.text().orNull().meaning("What all requests of one authorization share.")),
                        Member.required("request", sent),
                        Member.required(
                                "status",
                                Schema.wholeNumber().orNull().meaning("Null when a fault closed the connection.")),
                        Member.required("answer", Schema.anything()),
                        Member.required("fault", Schema.text().orNull().meaning("What a fault did.")),
                        Member.required("decision", decision().orNull()))
                .named("JournalEntry");
    }

    private static Schema decision() {
        Schema nearMiss = Schema.object(
                Member.required("expected", Schema.text()),
                Member.required("received", Schema.text()),
                Member.required("at", Schema.wholeNumber().meaning("The first character that differs.")));
        return Schema.object(
                Member.required("summary", Schema.text().meaning("What was decided, and why.")),
                Member.required("advice", Schema.text().orNull().meaning("What to change.")),
                Member.required("notion_answers", Schema.text().orNull()),
                Member.required("near_miss", nearMiss.orNull()));
    }
}
