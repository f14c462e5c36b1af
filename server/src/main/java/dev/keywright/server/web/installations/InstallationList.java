package dev.keywright.server.web.installations;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Installed;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.Pages;
import dev.keywright.server.web.templates.installations.JtelistGenerated;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code GET /connections}: what this person installed, what was used last on top. */
public final class InstallationList implements FrontDoor.Page {
    /** How many are on one page. */
    private static final int PAGE = 100;

    private final Store store;
    private final Pages pages;
    private final InstantSource clock;

    /** The list over a store. */
    public InstallationList(Store store, Pages pages, InstantSource clock) {
        this.store = store;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn person) {
        Form query = Form.ofQuery(request);
        Optional<BotId> after = Uuids.exact(query.text("after")).map(BotId::new);
        List<Installed> found = store.installations().ofPerson(person.person().id(), after, PAGE + 1);
        Instant now = clock.instant();
        List<OwnInstallation> own = found.stream()
                .limit(PAGE)
                .flatMap(installed -> OwnInstallation.of(store, installed, now).stream())
                .sorted(Comparator.comparing(
                                (OwnInstallation one) -> one.installed().lastUsed())
                        .reversed())
                .toList();
        Optional<String> more = found.size() > PAGE
                ? Optional.of("?after=" + found.get(PAGE - 1).bot().id())
                : Optional.empty();
        Frame frame = pages.frame("My connections", person, OwnInstallation.PATH);
        Frame shown = query.text("done").equals("disconnected")
                ? frame.saying("Disconnected. All that it could do with your pages has ended.")
                : frame;
        return pages.show(200, (output, interceptor) -> JtelistGenerated.render(output, interceptor, shown, own, more));
    }
}
