package dev.keywright.server.web.console;

import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.server.connection.Draft;
import dev.keywright.server.connection.Drafted.Field;
import dev.keywright.server.web.Form;
import dev.keywright.server.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a connection as a page shows them: what was entered, and what is wrong with it.
 *
 * @param workspaces those to choose from
 * @param template the title of the template page that is offered now
 */
public record DraftForm(
        Draft draft, Map<Field, String> complaints, List<Workspace> workspaces, Optional<String> template) {
    /** A capability with what it lets a connection do. */
    public record Choice(String word, String label, String hint) {}

    private static final List<Choice> CAPABILITIES = List.of(
            choice(Capability.READ_CONTENT, "Read content", "See the pages that a person shares, and what is in them."),
            choice(Capability.UPDATE_CONTENT, "Update content", "Change what is in pages that exist."),
            choice(Capability.INSERT_CONTENT, "Insert content", "Add pages and blocks."),
            choice(Capability.READ_COMMENTS, "Read comments", "See comments on shared pages."),
            choice(Capability.INSERT_COMMENTS, "Insert comments", "Comment on shared pages."));

    private static final List<Choice> PEOPLE = List.of(
            new Choice("none", "Nothing about people", "The app learns only the ids of people."),
            new Choice("without_email", "Names and pictures", "Without email addresses."),
            new Choice("with_email", "Names, pictures and email addresses", "What an app needs that signs people in."));

    public DraftForm {
        complaints = Map.copyOf(complaints);
        workspaces = List.copyOf(workspaces);
    }

    private static Choice choice(Capability capability, String label, String hint) {
        return new Choice(capability.scopeName(), label, hint);
    }

    /** What a form sent. */
    static Draft read(Form form, boolean internal) {
        return new Draft(
                form.text("name"),
                form.text("icon"),
                form.text("website"),
                form.all("capability"),
                form.text("people"),
                form.text("template_page"),
                internal ? "internal" : form.text("scope"),
                form.all("workspace"),
                form.has("require_pkce"));
    }

    /** The capabilities over content and comments. */
    public List<Choice> capabilities() {
        return CAPABILITIES;
    }

    /** How much it may see of people. */
    public List<Choice> people() {
        return PEOPLE;
    }

    /** Whether it is of an internal connection: that one is never installed, and so has fewer fields. */
    public boolean internal() {
        return draft.scope().equals("internal");
    }

    /** What is wrong with a field. */
    public Optional<String> complaint(Field field) {
        return Optional.ofNullable(complaints.get(field));
    }
}
