package dev.keywright.server.web;

import dev.keywright.server.identity.Visitor;
import java.util.List;

/** The places that a person can go to from every page. */
public final class Navigation {
    /** Who may go to a place. */
    public enum For {
        /** Whoever is signed in. */
        EVERYONE,
        /** Admins. */
        ADMINS
    }

    /** A place: its name in the navigation and its path, below which its other pages are. */
    public record Place(String label, String path, For whom) {}

    private final List<Place> places;

    /** A navigation of these places, in order. */
    public Navigation(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /** The first place of everyone; the account when there is none. */
    String home() {
        return places.stream()
                .filter(place -> place.whom() == For.EVERYONE)
                .map(Place::path)
                .findFirst()
                .orElse("/account");
    }

    /** The places of this person; {@code path} is where the person is. */
    List<Frame.Link> of(Visitor.SignedIn person, String path) {
        return places.stream()
                .filter(place -> place.whom() == For.EVERYONE || person.admin())
                .map(place -> new Frame.Link(
                        place.label(), place.path(), path.equals(place.path()) || path.startsWith(place.path() + "/")))
                .toList();
    }
}
