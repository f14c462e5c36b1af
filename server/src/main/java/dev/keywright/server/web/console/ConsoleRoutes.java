package dev.keywright.server.web.console;

import dev.keywright.server.connection.Edit;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Routes;
import dev.keywright.server.web.FrontDoor;
import java.util.Map;

/** Which endpoint of the console answers which path. */
public final class ConsoleRoutes {
    private static final String ONE = Console.PATH + "/{client_id}";

    private ConsoleRoutes() {}

    /** Adds the console to the routes of a server. */
    public static void add(Routes routes, FrontDoor door, Console console) {
        ConnectionPage page = new ConnectionPage(console);
        NewConnectionPage fresh = new NewConnectionPage(console, false);
        NewConnectionPage freshInternal = new NewConnectionPage(console, true);
        DeletePage delete = new DeletePage(console);
        SecretPage secrets = new SecretPage(console);
        StaticTokens tokens = new StaticTokens(console);
        routes.add("GET", Console.PATH, door.page(new ConnectionList(console)))
                .add("GET", Console.PATH + "/new", door.page(fresh))
                .add("POST", Console.PATH + "/new", door.form(new RegisterConnection(console, fresh, secrets)))
                .add("GET", Console.PATH + "/internal/new", door.page(freshInternal))
                .add(
                        "POST",
                        Console.PATH + "/internal/new",
                        door.form(new RegisterInternalConnection(console, freshInternal, tokens, secrets)))
                .add("GET", ONE, door.page(page))
                .add("GET", ONE + "/delete", door.page(delete));
        addResourceServers(routes, door, console);
        Map<String, ConnectionAction.Doing> forms = Map.of(
                "/details", new EditDetails(console, page),
                "/redirect-uris", new AddRedirectUri(console, page),
                "/redirect-uris/remove",
                        new OneEdit(
                                console,
                                page,
                                Done.REDIRECT_URI_REMOVED,
                                form -> new Edit.RemoveRedirectUri(form.text("redirect_uri"))),
                "/secrets", new MakeSecret(console, page, secrets),
                "/secrets/end",
                        new OneEdit(console, page, Done.SECRET_ENDED, form -> new Edit.EndSecret(form.text("secret"))),
                "/tokens", new MakeToken(console, page, tokens, secrets),
                "/tokens/end", new EndStaticToken(console, tokens),
                "/disable", new OneEdit(console, page, Done.DISABLED, form -> new Edit.Disable(true)),
                "/enable", new OneEdit(console, page, Done.ENABLED, form -> new Edit.Disable(false)),
                "/delete", new DeleteConnection(console, delete));
        forms.forEach((path, doing) -> routes.add("POST", ONE + path, door.form(new ConnectionAction(console, doing))));
        // A form's answer that is opened again by its address: the page that the form was on.
        forms.keySet().stream()
                .filter(path -> !path.equals("/delete"))
                .forEach(path -> routes.add(
                        "GET",
                        ONE + path,
                        door.page((request, developer) ->
                                Answer.seeOther(Console.PATH + "/" + request.captured("client_id")))));
    }

    private static void addResourceServers(Routes routes, FrontDoor door, Console console) {
        String delete = ResourceServerList.PATH + "/{client_id}/delete";
        ResourceServerList list = new ResourceServerList(console);
        routes.add("GET", ResourceServerList.PATH, door.adminPage(list))
                .add("POST", ResourceServerList.PATH, door.adminForm(new MakeResourceServer(console, list)))
                .add("GET", delete, door.adminPage(new DeleteResourceServerPage(console)))
                .add("POST", delete, door.adminForm(new DeleteResourceServer(console)));
    }
}
