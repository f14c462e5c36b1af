package dev.keywright.server.web.console;

import dev.keywright.protocol.BotId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.web.Ago;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one connection shows.
 *
 * @param owner who registered it
 * @param workspace the workspace of an internal one, by its name
 * @param installations how often it is installed, in words
 * @param secrets the live ones
 * @param tokens the live static tokens of an internal one
 * @param form its details
 * @param version which state of it the details are of
 * @param redirectUri the field for one more redirect URI
 * @param snippets how it is used
 */
public record ConnectionView(
        Connection connection,
        Optional<String> owner,
        Optional<String> workspace,
        String installations,
        List<Credential> secrets,
        List<Credential> tokens,
        DraftForm form,
        long version,
        Entry redirectUri,
        Optional<String> problem,
        Snippets snippets,
        boolean emulates) {
    /** How many secrets, and how many tokens, can be live at once. */
    public static final int MOST = Connection.MOST_SECRETS;

    /**
     * A secret or token as a list shows it.
     *
     * @param ref what a form calls it by
     * @param label what tells it apart
     * @param readable itself, where it is kept readable
     * @param made when it was made, if that is known
     * @param used when it was last used, if it was
     */
    public record Credential(
            String ref, String label, Optional<String> readable, Optional<Ago> made, Optional<Ago> used) {}

    /** A field of one line: what was entered, and what is wrong with it. */
    public record Entry(String entered, Optional<String> complaint) {
        static final Entry EMPTY = new Entry("", Optional.empty());
    }

    public ConnectionView {
        secrets = List.copyOf(secrets);
        tokens = List.copyOf(tokens);
    }

    /** Whether it is an internal one. */
    public boolean internal() {
        return connection.internalTo().isPresent();
    }

    /** Where its maker chooses the pages that an internal one sees; empty while it has no token. */
    public Optional<String> pagesPath() {
        return tokens.isEmpty()
                ? Optional.empty()
                : connection
                        .internalTo()
                        .flatMap(in -> connection
                                .owner()
                                .map(maker -> "/connections/" + BotId.of(connection.id(), in, maker) + "/pages"));
    }

    /** The path of its page. */
    public String path() {
        return Console.path(connection.id());
    }

    /** What a page that was refused shows beside the connection as it stands. */
    record Refused(Registration registration, Optional<DraftForm> form, Entry redirectUri, Optional<String> problem) {
        static Refused nothing(Registration registration) {
            return new Refused(registration, Optional.empty(), Entry.EMPTY, Optional.empty());
        }

        static Refused because(Registration registration, String problem) {
            return new Refused(registration, Optional.empty(), Entry.EMPTY, Optional.of(problem));
        }

        static Refused redirectUri(Registration registration, String entered, String complaint) {
            return new Refused(
                    registration, Optional.empty(), new Entry(entered, Optional.of(complaint)), Optional.empty());
        }

        static Refused details(Registration registration, DraftForm form, Optional<String> problem) {
            return new Refused(registration, Optional.of(form), Entry.EMPTY, problem);
        }
    }
}
