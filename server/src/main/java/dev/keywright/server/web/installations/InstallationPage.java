package dev.keywright.server.web.installations;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.ErrorPages;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.Pages;
import dev.keywright.server.web.Powers;
import dev.keywright.server.web.Shown;
import dev.keywright.server.web.templates.installations.JteinstallationGenerated;
import dev.keywright.server.workspace.ShareablePage;
import dev.keywright.server.workspace.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code GET /connections/{bot_id}}: what one connection can do and see, and the buttons to change that. */
public final class InstallationPage implements FrontDoor.Page {
    private final Store store;
    private final Pages pages;
    private final ErrorPages errors;
    private final InstantSource clock;

    /** The page over a store. */
    public InstallationPage(Store store, Pages pages, ErrorPages errors, InstantSource clock) {
        this.store = store;
        this.pages = pages;
        this.errors = errors;
        this.clock = clock;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn person) {
        Optional<OwnInstallation> own = OwnInstallation.find(store, request, person, clock.instant());
        if (own.isEmpty()) {
            return errors.notFound(person);
        }
        OwnInstallation one = own.get();
        Viewer viewer = new Viewer(one.workspace().id(), person.person().id());
        List<ShareablePage> shared =
                store.pages().named(viewer, one.installed().bot().pages());
        Frame frame = pages.frame(Shown.name(one.connection().name()), person, one.path());
        Frame shown = Form.ofQuery(request).text("done").equals("pages")
                ? frame.saying("Saved. It sees exactly these pages from now on.")
                : frame;
        List<String> abilities = Powers.of(one.installed().bot().capabilities()).can();
        return pages.show(
                200,
                (output, interceptor) ->
                        JteinstallationGenerated.render(output, interceptor, shown, one, shared, abilities));
    }
}
