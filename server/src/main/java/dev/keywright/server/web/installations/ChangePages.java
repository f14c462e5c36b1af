package dev.keywright.server.web.installations;

import dev.keywright.protocol.PageId;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Shared;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.ErrorPages;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.Picker;
import dev.keywright.server.web.PickerButton;
import dev.keywright.server.web.PickerPlace;
import java.util.Set;

/**
 * {@code POST /connections/{bot_id}/pages}: the buttons of the picker. Save shares exactly what is ticked, at once; every
 * other button shows another part of the tree with the same choice, which is nowhere kept before it is saved.
 */
final class ChangePages implements FrontDoor.Action {
    private final InstallationPicker picker;
    private final Store store;
    private final ErrorPages errors;
    private final AuditTrail audit;

    /** The action over the installations of a store. */
    ChangePages(InstallationPicker picker, Store store, ErrorPages errors, AuditTrail audit) {
        this.picker = picker;
        this.store = store;
        this.errors = errors;
        this.audit = audit;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn person, Form form) {
        return picker.of(request, person, (own, choice) -> switch (PickerButton.of(form)) {
            case PickerButton.Cancel cancel -> Answer.seeOther(choice.path());
            case PickerButton.Malformed malformed -> errors.malformed(person, PickerButton.Malformed.PROBLEM);
            case PickerButton.Allow(Set<PageId> ticked) ->
                save(request, person, own.installed().bot(), choice, ticked);
            case PickerButton.All(Set<PageId> ticked) -> all(person, choice, ticked);
            // This picker has no step before it.
            case PickerButton.Back(Set<PageId> ticked) -> show(person, choice, PickerPlace.TOP, ticked);
            case PickerButton.Elsewhere(Set<PageId> ticked, PickerPlace place) -> show(person, choice, place, ticked);
        });
    }

    private Answer save(Request request, Visitor.SignedIn person, Bot bot, Picker.Choice choice, Set<PageId> ticked) {
        return switch (store.installations().share(bot.id(), person.person().id(), ticked)) {
            case Shared.Now now -> {
                audit.record(
                        request.id(),
                        new AuditEvent.InstallationChanged(
                                bot.id(),
                                bot.installation().client(),
                                person.person().id(),
                                "pages shared: " + ticked.size()));
                yield Answer.seeOther(choice.path() + "?done=pages");
            }
            case Shared.NotInstalled gone -> errors.notFound(person);
            case Shared.NotTheirs not -> errors.malformed(person, "pages: the person may not share one of them");
        };
    }

    private Answer all(Visitor.SignedIn person, Picker.Choice choice, Set<PageId> ticked) {
        return picker.everything(choice)
                .map(everything -> picker.show(person, choice, PickerPlace.TOP, everything))
                .orElseGet(() -> show(person, choice, PickerPlace.TOP_WITH_TOO_MANY, ticked));
    }

    /** Nothing is shown that the person may not see, whatever was sent. */
    private Answer show(Visitor.SignedIn person, Picker.Choice choice, PickerPlace place, Set<PageId> ticked) {
        return picker.show(person, choice, place, store.pages().shareable(choice.viewer(), ticked));
    }
}
