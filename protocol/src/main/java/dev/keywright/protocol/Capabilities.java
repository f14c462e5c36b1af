package dev.keywright.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a connection may do, set when it is registered, granted as a whole by a consent.
 *
 * @param granted the content and comment capabilities, in any mix
 * @param people how much of a person the connection sees
 */
public record Capabilities(Set<Capability> granted, People people) {
    private static final String WITH_EMAIL = "read_user_with_email";
    private static final String WITHOUT_EMAIL = "read_user_without_email";

    /** One capability over content or comments, in the order in which a scope lists them. */
    public enum Capability {
        READ_CONTENT,
        INSERT_CONTENT,
        UPDATE_CONTENT,
        READ_COMMENTS,
        INSERT_COMMENTS;

        /** The scope name, as introspection gives it: {@code read_content}. */
        public String scopeName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much a connection sees of a person. */
    public enum People {
        NONE,
        WITHOUT_EMAIL,
        WITH_EMAIL
    }

    public Capabilities {
        granted = Set.copyOf(granted);
    }

    /** Every capability there is. */
    public static Capabilities all() {
        return new Capabilities(EnumSet.allOf(Capability.class), People.WITH_EMAIL);
    }

    /** Reads what {@link #scope()} wrote. Refuses any other name. */
    public static Capabilities ofScope(String scope) {
        Set<Capability> granted = EnumSet.noneOf(Capability.class);
        People people = People.NONE;
        for (String name : scope.isEmpty() ? new String[0] : scope.split(" ", -1)) {
            switch (name) {
                case WITH_EMAIL -> people = People.WITH_EMAIL;
                case WITHOUT_EMAIL -> people = people == People.NONE ? People.WITHOUT_EMAIL : people;
                default -> granted.add(Capability.valueOf(name.toUpperCase(Locale.ROOT)));
            }
        }
        return new Capabilities(granted, people);
    }

    /** The scope that introspection answers: capability names in recorded order; "with email" lists both user scopes. */
    public String scope() {
        List<String> names = new ArrayList<>();
        for (Capability capability : Capability.values()) {
            if (granted.contains(capability)) {
                names.add(capability.scopeName());
            }
        }
        if (people == People.WITH_EMAIL) {
            names.add(WITH_EMAIL);
        }
        if (people != People.NONE) {
            names.add(WITHOUT_EMAIL);
        }
        return String.join(" ", names);
    }
}
