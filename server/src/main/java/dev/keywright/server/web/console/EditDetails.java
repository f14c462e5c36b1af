package dev.keywright.server.web.console;

import dev.keywright.protocol.PageId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Details;
import dev.keywright.server.connection.Draft;
import dev.keywright.server.connection.Drafted;
import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.connection.TemplateChoice;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import java.util.Map;
import java.util.Optional;

/** {@code POST /developers/{client_id}/details}: name, icon, capabilities and what else is in the one form. */
final class EditDetails implements ConnectionAction.Doing {
    private final Console console;
    private final ConnectionPage page;

    EditDetails(Console console, ConnectionPage page) {
        this.console = console;
        this.page = page;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        Connection connection = registration.connection();
        boolean internal = connection.internalTo().isPresent();
        // Where an internal connection belongs is settled when it is made.
        Draft sent = DraftForm.read(form, internal);
        Draft draft = internal ? sent.in(Draft.of(connection).workspaces()) : sent;
        Optional<PageId> current = connection.templatePage();
        TemplateChoice template = new TemplateChoices(console.store())
                .choose(
                        draft.templatePage(),
                        connection.owner().orElse(developer.person().id()),
                        current);
        return switch (console.draftRules(developer, Optional.of(connection)).check(draft, template)) {
            case Drafted.Bad(var complaints) ->
                page.refused(
                        developer,
                        ConnectionView.Refused.details(
                                registration,
                                page.form(developer, connection, draft, complaints),
                                Optional.of("Nothing was saved: some of the details need another look.")));
            case Drafted.Good(Details details) -> save(request, developer, registration, draft, details, form);
        };
    }

    private Answer save(
            Request request,
            Visitor.SignedIn developer,
            Registration registration,
            Draft draft,
            Details details,
            Form form) {
        Connection connection = registration.connection();
        return ConnectionAction.edit(
                console,
                request,
                developer,
                connection,
                new Edit.NewDetails(version(form), details),
                Done.SAVED,
                problem -> page.refused(
                        developer,
                        ConnectionView.Refused.details(
                                registration,
                                page.form(developer, connection, draft, Map.of()),
                                Optional.of(problem))));
    }

    /** The version that the page was of; what is none was never seen. */
    private static long version(Form form) {
        String text = form.text("version");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
