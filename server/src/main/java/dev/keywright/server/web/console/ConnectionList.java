package dev.keywright.server.web.console;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.templates.console.JtelistGenerated;
import java.util.List;
import java.util.Optional;

/** {@code GET /developers}: the connections that a person registered; an admin can look at everyone's. */
public final class ConnectionList implements FrontDoor.Page {
    /** How many are on one page. */
    private static final int PAGE = 50;

    /** Beyond this a count says "or more". */
    private static final int COUNTED = 1000;

    private final Console console;

    /** The list of this console. */
    public ConnectionList(Console console) {
        this.console = console;
    }

    /**
     * One connection of the list.
     *
     * @param installations in words
     * @param owner who registered it, in a list of everyone's
     */
    public record Row(Connection connection, String installations, Optional<String> owner) {}

    /**
     * The list.
     *
     * @param everyone whether it is of everyone's
     * @param newer the query of the page before, when there is one
     * @param older the query of the page after, when there is one
     */
    public record Listing(List<Row> rows, boolean everyone, Optional<String> newer, Optional<String> older) {
        public Listing {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn developer) {
        Form query = Form.ofQuery(request);
        boolean everyone = developer.admin() && query.has("everyone");
        int skip = skip(query.text("skip"));
        Frame frame = console.pages().frame("Developers", developer, Console.PATH);
        Frame shown = Done.sentence(query.text("done")).map(frame::saying).orElse(frame);
        Listing listing = listing(developer, everyone, skip);
        return console.pages()
                .show(200, (output, interceptor) -> JtelistGenerated.render(output, interceptor, shown, listing));
    }

    private static int skip(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private Listing listing(Visitor.SignedIn developer, boolean everyone, int skip) {
        Optional<PersonId> owner =
                everyone ? Optional.empty() : Optional.of(developer.person().id());
        List<Registration> found = console.store().connections().list(owner, skip, PAGE + 1);
        String which = everyone ? "everyone&" : "";
        return new Listing(
                found.stream()
                        .limit(PAGE)
                        .map(registration -> row(registration.connection(), everyone))
                        .toList(),
                everyone,
                skip > 0 ? Optional.of("?" + which + "skip=" + Math.max(0, skip - PAGE)) : Optional.empty(),
                found.size() > PAGE ? Optional.of("?" + which + "skip=" + (skip + PAGE)) : Optional.empty());
    }

    private Row row(Connection connection, boolean everyone) {
        Optional<String> owner = everyone
                ? connection
                        .owner()
                        .flatMap(console.store()::person)
                        .map(person -> person.name().orElse(person.email()))
                : Optional.empty();
        return new Row(connection, installations(connection), owner);
    }

    private String installations(Connection connection) {
        int count = console.store().installations().count(connection.id(), COUNTED);
        if (connection.internalTo().isPresent()) {
            return count == 0 ? "No token yet" : "Has a token";
        }
        return counted(count);
    }

    /** A count of installations in words. */
    static String counted(int count) {
        return switch (count) {
            case 0 -> "Not installed yet";
            case 1 -> "1 installation";
            case COUNTED -> "1,000 installations or more";
            default -> count + " installations";
        };
    }
}
