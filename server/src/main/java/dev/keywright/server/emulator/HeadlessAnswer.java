package dev.keywright.server.emulator;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Parameters;
import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.consent.PersonsAnswer;
import dev.keywright.server.description.Body;
import dev.keywright.server.description.Member;
import dev.keywright.server.description.Schema;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A person's answer given as parameters beside those of the authorization request. */
sealed interface HeadlessAnswer {
    /** It can be read. */
    record Given(PersonsAnswer answer) implements HeadlessAnswer {}

    /** It cannot; {@code problem} names the parameter and what would be right. */
    record Unreadable(String problem) implements HeadlessAnswer {}

    /** Reads {@code decision}, {@code person}, {@code workspace}, {@code pages} (separated by commas) and {@code duplicate_template}. */
    static HeadlessAnswer read(Parameters parameters) {
        try {
            String decision = parameters.text("decision").orElse("allow");
            return switch (decision) {
                case "deny" -> new Given(new PersonsAnswer.Deny());
                case "allow" -> allow(parameters);
                default -> new Unreadable("decision should be allow or deny");
            };
        } catch (Parameters.Misshapen e) {
            return new Unreadable(e.problem());
        }
    }

    /** What a body has that asks and answers at once. */
    static Body body() {
        return Body.json(
                Member.required("client_id", Schema.text("uuid")),
                Member.required("response_type", Schema.oneOf("code")),
                Member.optional("redirect_uri", Schema.text()),
                Member.optional("owner", Schema.oneOf("user")),
                Member.optional("state", Schema.text()),
                Member.optional("code_challenge", Schema.text()),
                Member.optional("code_challenge_method", Schema.oneOf("S256")),
                Member.optional("person", Schema.text().meaning("The email of who answers.")),
                Member.optional("workspace", Schema.text("uuid").meaning("Where.")),
                Member.optional(
                        "pages",
                        Schema.listOf(Schema.text("uuid"))
                                .meaning("What is shared; all top-level pages when left out.")),
                Member.optional(
                        "duplicate_template", Schema.truth().meaning("Whether the template is copied instead.")),
                Member.optional("decision", Schema.oneOf("allow", "deny")));
    }

    private static HeadlessAnswer allow(Parameters parameters) throws Parameters.Misshapen {
        Optional<String> workspace = parameters.text("workspace");
        Optional<UUID> workspaceId = workspace.flatMap(Uuids::anyForm);
        if (workspace.isPresent() && workspaceId.isEmpty()) {
            return new Unreadable("workspace should be the id of a workspace, a UUID");
        }
        String duplicate = parameters.text("duplicate_template").orElse("false");
        if (!duplicate.equals("true") && !duplicate.equals("false")) {
            return new Unreadable("duplicate_template should be true or false");
        }
        Optional<Set<PageId>> pages = Optional.empty();
        if (parameters.values().containsKey("pages")) {
            // An empty list is not an absent one: it shares nothing.
            String list = parameters.text("pages").orElse("");
            Set<PageId> ids = new HashSet<>();
            for (String page : list.isEmpty() ? new String[0] : list.split(",", -1)) {
                Optional<UUID> id = Uuids.anyForm(page.strip());
                if (id.isEmpty()) {
                    return new Unreadable("pages should be ids of pages, UUIDs");
                }
                ids.add(new PageId(id.get()));
            }
            pages = Optional.of(ids);
        }
        return new Given(new PersonsAnswer.Allow(
                parameters.text("person"), workspaceId.map(WorkspaceId::new), pages, duplicate.equals("true")));
    }
}
