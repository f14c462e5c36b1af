package dev.keywright.server.web.installations;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.ErrorPages;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.FrontDoor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** {@code POST /connections/{bot_id}/disconnect}: all tokens and pending codes of one installation end at once. */
public final class Disconnect implements FrontDoor.Action {
    private final Store store;
    private final ErrorPages errors;
    private final InstantSource clock;
    private final AuditTrail audit;

    /** Ends installations of a store. */
    public Disconnect(Store store, ErrorPages errors, InstantSource clock, AuditTrail audit) {
        this.store = store;
        this.errors = errors;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn person, Form form) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Bot> bot = OwnInstallation.find(store, request, person, now)
                .map(own -> own.installed().bot());
        if (bot.isEmpty()) {
            return errors.notFound(person);
        }
        List<Authorization> ended = store.authorizations().endAll(bot.get().id(), EndReason.DISCONNECTED, now);
        ClientId client = bot.get().installation().client();
        for (Authorization row : ended) {
            audit.record(request.id(), new AuditEvent.Ended(row.id().ref(), client, EndReason.DISCONNECTED));
        }
        audit.record(
                request.id(),
                new AuditEvent.InstallationChanged(
                        bot.get().id(), client, person.person().id(), "disconnected"));
        return Answer.seeOther(OwnInstallation.PATH + "?done=disconnected");
    }
}
