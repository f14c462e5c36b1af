package dev.keywright.server.web;

import dev.keywright.server.identity.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the layout puts around the content of a page: the first parameter of every template. Made by {@link Pages#frame}.
 *
 * @param title the page's title
 * @param shape how wide the content is
 * @param notice a sentence on what was just done
 * @param stylesheets URLs of stylesheets
 * @param icon the URL of the icon
 * @param scripts URLs of scripts, which a page must work without
 */
public record Frame(
        String title,
        Visitor visitor,
        Shape shape,
        List<Link> navigation,
        Optional<String> notice,
        List<String> stylesheets,
        String icon,
        List<String> scripts) {
    /** How wide the content of a page is. */
    public enum Shape {
        /** One card in the middle, for one question: sign-in, consent, an error. */
        CARD,
        /** A column under the navigation. */
        PAGE
    }

    /** A place in the navigation; {@code current} when the page is in it. */
    public record Link(String label, String path, boolean current) {}

    public Frame {
        navigation = List.copyOf(navigation);
        stylesheets = List.copyOf(stylesheets);
        scripts = List.copyOf(scripts);
    }

    /** What every form of the page carries in a field {@code csrf}; the template {@code formToken} writes it. */
    public String formToken() {
        return visitor.formToken();
    }

    /** Who is signed in. */
    public Optional<Visitor.SignedIn> signedIn() {
        return visitor instanceof Visitor.SignedIn person ? Optional.of(person) : Optional.empty();
    }

    /** This frame around one card, without the navigation: a question is answered before one goes elsewhere. */
    public Frame card() {
        return new Frame(title, visitor, Shape.CARD, List.of(), notice, stylesheets, icon, scripts);
    }

    /** This frame with a sentence on what was just done. */
    public Frame saying(String sentence) {
        return new Frame(title, visitor, shape, navigation, Optional.of(sentence), stylesheets, icon, scripts);
    }

    /** This frame with one more script, by its URL. */
    Frame withScript(String url) {
        return new Frame(title, visitor, shape, navigation, notice, stylesheets, icon, and(scripts, url));
    }

    /** This frame with one more stylesheet, by its URL. */
    Frame withStylesheet(String url) {
        return new Frame(title, visitor, shape, navigation, notice, and(stylesheets, url), icon, scripts);
    }

    private static List<String> and(List<String> urls, String url) {
        List<String> more = new ArrayList<>(urls);
        more.add(url);
        return more;
    }
}
