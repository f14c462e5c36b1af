package dev.keywright.server.web.installations;

import dev.keywright.protocol.PageId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.ErrorPages;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.Pages;
import dev.keywright.server.web.Picker;
import dev.keywright.server.web.PickerPlace;
import dev.keywright.server.web.PickerView;
import dev.keywright.server.web.Shown;
import dev.keywright.server.web.templates.JtepickerGenerated;
import dev.keywright.server.workspace.Viewer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /connections/{bot_id}/pages}, and {@code level} and {@code search} beside it for the script: the picker again,
 * for an installation of the person who is signed in.
 */
final class InstallationPicker {
    private final Store store;
    private final Pages pages;
    private final ErrorPages errors;
    private final InstantSource clock;
    private final Picker picker;

    /** The picker over a store. */
    InstallationPicker(Store store, Pages pages, ErrorPages errors, InstantSource clock) {
        this.store = store;
        this.pages = pages;
        this.errors = errors;
        this.clock = clock;
        this.picker = new Picker(store);
    }

    /** What is done with an installation that is there and of this person. */
    interface Doing {
        /** Does it. */
        Answer answer(OwnInstallation own, Picker.Choice choice);
    }

    /** Does something with the installation that the path names; what is of others is not there. */
    Answer of(Request request, Visitor.SignedIn person, Doing doing) {
        return OwnInstallation.find(store, request, person, clock.instant())
                .map(own -> doing.answer(own, choice(own)))
                .orElseGet(() -> errors.notFound(person));
    }

    private static Picker.Choice choice(OwnInstallation own) {
        return new Picker.Choice(
                new Viewer(
                        own.workspace().id(),
                        own.installed().bot().installation().person()),
                Shown.name(own.connection().name()),
                own.path(),
                Shown.name(own.workspace().name()),
                PickerView.Purpose.CHANGE);
    }

    /** The picker with what is shared now. */
    Answer page(Request request, Visitor.SignedIn person) {
        return of(
                request,
                person,
                (own, choice) -> show(
                        person,
                        choice,
                        PickerPlace.of(Form.ofQuery(request)),
                        own.installed().bot().pages()));
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
    Answer level(Request request, Visitor.SignedIn person) {
        return of(
                request,
                person,
                (own, choice) -> picker.levelForScript(choice.viewer(), PickerPlace.of(Form.ofQuery(request))));
    }

    /** Pages by their title for the script. */
    Answer search(Request request, Visitor.SignedIn person) {
        return of(
                request,
                person,
                (own, choice) -> picker.foundForScript(choice.viewer(), PickerPlace.of(Form.ofQuery(request))));
    }
}
