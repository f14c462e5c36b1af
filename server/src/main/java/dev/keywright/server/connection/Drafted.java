package dev.keywright.server.connection;

import java.util.Map;

/** What a draft came to. */
public sealed interface Drafted {
    /** One thing that a developer enters. */
    enum Field {
        NAME,
        ICON,
        WEBSITE,
        CAPABILITIES,
        TEMPLATE_PAGE,
        WORKSPACES,
        REDIRECT_URI
    }

    /** Every field is right. */
    record Good(Details details) implements Drafted {}

    /** Some fields are not; each with a sentence on what would be right. */
    record Bad(Map<Field, String> complaints) implements Drafted {
        public Bad {
            complaints = Map.copyOf(complaints);
        }
    }
}
