package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.identity.Visitor;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an {@link Answer} of a template: the frame around it and the headers that every page has. */
public final class Pages {
    private static final HtmlInterceptor NOTHING = new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, gg.jte.TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, gg.jte.TemplateOutput output) {}
    };

    private final Assets assets;
    private final Navigation navigation;

    /** Pages with these assets. */
    public Pages(Assets assets, Navigation navigation) {
        this.assets = assets;
        this.navigation = navigation;
    }

    /** A template with its parameters: the {@code render} of the class that was generated from it. */
    @FunctionalInterface
    public interface Template {
        /** Writes the page. */
        void render(HtmlTemplateOutput output, HtmlInterceptor interceptor);
    }

    /** The frame of a page; {@code path} is where it is, and tells the navigation which place is the current one. */
    public Frame frame(String title, Visitor visitor, String path) {
        return new Frame(
                title,
                visitor,
                Frame.Shape.PAGE,
                visitor instanceof Visitor.SignedIn person ? navigation.of(person, path) : List.of(),
                Optional.empty(),
                List.of(assets.url("keywright.css")),
                assets.url("keywright.svg"),
                List.of());
    }

    /** Where whoever names no page is led. */
    String home() {
        return navigation.home();
    }

    /** The frame with a script of {@link Assets}. */
    public Frame withScript(Frame frame, String file) {
        return frame.withScript(assets.url(file));
    }

    /** The frame with a stylesheet of {@link Assets} beside the one of all pages. */
    public Frame withStylesheet(Frame frame, String file) {
        return frame.withStylesheet(assets.url(file));
    }

    /** A page whose forms lead nowhere but here. */
    public Answer show(int status, Template template) {
        return show(status, "", template);
    }

    /**
     * A page with a form whose answer may redirect to another origin: {@code form-action} governs that too.
     *
     * @param origin what is allowed beside this server, as a source of a content security policy: scheme, host and port,
     *     or a scheme alone
     */
    public Answer show(int status, String origin, Template template) {
        StringOutput page = new StringOutput();
        template.render(new OwaspHtmlTemplateOutput(page), NOTHING);
        return Answer.html(status, page.toString())
                .with("Content-Security-Policy", contentSecurityPolicy(origin))
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "same-origin")
                .with("Cache-Control", "no-store");
    }

    private static String contentSecurityPolicy(String origin) {
        return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action"
                + " 'self'" + (origin.isEmpty() ? "" : " " + origin)
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
