package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JteemulatorGenerated;

/**
 * {@code GET /emulator}: the page that a developer keeps open beside the editor. It is a frame that a script fills from the
 * control endpoints, and follows the journal.
 */
public final class EmulatorPage implements FrontDoor.OpenPage {
    /** Where it is. */
    public static final String PATH = "/emulator";

    private final Pages pages;

    /** The page. */
    public EmulatorPage(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor visitor) {
        Frame frame = pages.withScript(
                pages.withStylesheet(pages.frame("Emulator", visitor, PATH), "emulator.css"), "emulator.js");
        return pages.show(200, (output, interceptor) -> JteemulatorGenerated.render(output, interceptor, frame));
    }
}
