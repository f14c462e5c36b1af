package dev.keywright.server.web.installations;

import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Routes;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.ErrorPages;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.Pages;
import java.time.InstantSource;

/** Which endpoint of "My connections" answers which path. */
public final class InstallationRoutes {
    private static final String ONE = OwnInstallation.PATH + "/{bot_id}";

    private InstallationRoutes() {}

    /** Adds them to the routes of a server. */
    public static void add(
            Routes routes,
            FrontDoor door,
            Store store,
            Pages pages,
            ErrorPages errors,
            InstantSource clock,
            AuditTrail audit) {
        InstallationPicker picker = new InstallationPicker(store, pages, errors, clock);
        routes.add("GET", ONE + "/pages", door.page(picker::page))
                .add("GET", ONE + "/level", door.page(picker::level))
                .add("GET", ONE + "/search", door.page(picker::search))
                .add("POST", ONE + "/pages", door.form(new ChangePages(picker, store, errors, audit)));
        routes.add("GET", OwnInstallation.PATH, door.page(new InstallationList(store, pages, clock)))
                .add("GET", ONE, door.page(new InstallationPage(store, pages, errors, clock)))
                .add("POST", ONE + "/disconnect", door.form(new Disconnect(store, errors, clock, audit)))
                .add(
                        "GET",
                        ONE + "/disconnect",
                        door.page((request, person) ->
                                Answer.seeOther(OwnInstallation.PATH + "/" + request.captured("bot_id"))));
    }
}
