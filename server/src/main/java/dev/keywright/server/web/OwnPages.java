package dev.keywright.server.web;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Installed;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JtepickerGenerated;
import dev.keywright.server.workspace.Viewer;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /connections/{bot_id}/pages}, and {@code level} and {@code search} beside it for the script: the picker again,
 * for an installation of the person who is signed in.
 */
public final class OwnPages {
    private static final String CONNECTIONS = "/connections/";

    private final Store store;
    private final Pages pages;
    private final ErrorPages errors;
    private final Picker picker;

    /** The picker over a store. */
    public OwnPages(Store store, Pages pages, ErrorPages errors) {
        this.store = store;
        this.pages = pages;
        this.errors = errors;
        this.picker = new Picker(store);
    }

    /** What is done with an installation that is there and of this person. */
    interface Doing {
        /** Does it. */
        Answer answer(Installed installed, Picker.Choice choice);
    }

    /** Does something with the installation that the path names; what is of others is not there. */
    Answer of(Request request, Visitor.SignedIn person, Doing doing) {
        Optional<Installed> own = Uuids.exact(request.captured("bot_id"))
                .flatMap(id -> store.installations().find(new BotId(id)))
                .filter(installed -> installed
                        .bot()
                        .installation()
                        .person()
                        .equals(person.person().id()));
        return own.flatMap(installed -> choice(installed).map(choice -> doing.answer(installed, choice)))
                .orElseGet(() -> errors.notFound(person));
    }

    private Optional<Picker.Choice> choice(Installed installed) {
        var installation = installed.bot().installation();
        return store.connection(installation.client())
                .flatMap(connection -> store.workspace(installation.workspace())
                        .map(workspace -> new Picker.Choice(
                                new Viewer(workspace.id(), installation.person()),
                                Shown.name(connection.name()),
                                CONNECTIONS + installed.bot().id(),
                                Shown.name(workspace.name()),
                                PickerView.Purpose.CHANGE)));
    }

    /** The picker with what is shared now. */
    public Answer page(Request request, Visitor.SignedIn person) {
        return of(
                request,
                person,
                (installed, choice) -> show(
                        person,
                        choice,
                        PickerPlace.of(Form.ofQuery(request)),
                        installed.bot().pages()));
    }

    /** The picker at a place, with what is ticked so far. */
    Answer show(Visitor.SignedIn person, Picker.Choice choice, PickerPlace place, Set<PageId> ticked) {
        PickerView view = picker.view(choice, place, ticked);
        Frame frame = pages.withScript(
                pages.frame("Change the pages of " + choice.connection(), person, choice.path())
                        .card(),
                "picker.js");
        return pages.show(200, (output, interceptor) -> JtepickerGenerated.render(output, interceptor, frame, view));
    }

    /** Every page at the top of the tree; empty when they are more than one consent shares. */
    Optional<Set<PageId>> everything(Picker.Choice choice) {
        return picker.everything(choice.viewer());
    }

    /** A level of the tree for the script. */
    public Answer level(Request request, Visitor.SignedIn person) {
        return of(
                request,
                person,
                (installed, choice) -> picker.levelForScript(choice.viewer(), PickerPlace.of(Form.ofQuery(request))));
    }

    /** Pages by their title for the script. */
    public Answer search(Request request, Visitor.SignedIn person) {
        return of(
                request,
                person,
                (installed, choice) -> picker.foundForScript(choice.viewer(), PickerPlace.of(Form.ofQuery(request))));
    }
}
