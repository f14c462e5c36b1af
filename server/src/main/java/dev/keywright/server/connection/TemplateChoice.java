package dev.keywright.server.connection;

import dev.keywright.protocol.PageId;

/** What a developer's choice of a template page came to, once it was looked for. */
public sealed interface TemplateChoice {
    /** None is offered. */
    record None() implements TemplateChoice {}

    /** This one is. */
    record Chosen(PageId page) implements TemplateChoice {}

    /** It cannot be offered; a sentence for the developer says why. */
    record Refused(String complaint) implements TemplateChoice {}
}
