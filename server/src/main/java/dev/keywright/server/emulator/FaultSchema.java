package dev.keywright.server.emulator;

import dev.keywright.server.description.Body;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Schema;
import java.util.List;
import java.util.stream.Stream;

/** The forms that {@link FaultReader} reads and {@link FaultJson} writes. */
final class FaultSchema {
    private FaultSchema() {}

    static Body body() {
        return Body.json(
                Member.optional("match", match()),
                Member.optional(
                        "times",
                        Schema.wholeNumber(1, FaultReader.MOST_TIMES).meaning("How often; once when left out.")),
                Member.required("fault", Schema.object(effect())));
    }

    static Schema rule() {
        List<Member> fault = Stream.concat(
                        effect().stream(),
                        Stream.of(Member.optional(
                                "scenario", Schema.truth(true).meaning("What the scenario of this name does."))))
                .toList();
        return Schema.object(
                        Member.required("name", Schema.text()),
                        Member.required("match", match()),
                        Member.required("times", Schema.wholeNumber()),
                        Member.required("fault", Schema.object(fault)))
                .named("Fault");
    }

    static Schema list() {
        return Schema.object(Member.required("faults", Schema.listOf(rule())));
    }

    private static Schema match() {
        return Schema.object(
                Member.optional("method", Schema.text()),
                Member.optional("path", Schema.text().meaning("May end in * for all that begins so.")),
                Member.optional("client_id", Schema.text("uuid").meaning("The connection that asks.")),
                Member.optional("grant_type", Schema.text()));
    }

    private static List<Member> effect() {
        return List.of(
                Member.optional("status", Schema.wholeNumber(200, 599).meaning("That error, and nothing is done.")),
                Member.optional("retry_after", Schema.wholeNumber().meaning("Seconds, beside a status.")),
                Member.optional("delay", Schema.text().meaning("It waits first: an ISO 8601 duration.")),
                Member.optional(
                        "drop",
                        Schema.oneOf("before", "after")
                                .meaning("The connection is closed, before anything is done or after all of it.")),
                Member.optional("body", Schema.text().meaning("These very bytes, and nothing is done.")),
                Member.optional("content_type", Schema.text().meaning("Of the body.")));
    }
}
