package dev.keywright.server.authorization;

import dev.keywright.protocol.PageId;
import java.time.Instant;

/** What follows from a decision beyond the authorization's own row. */
public sealed interface Consequence {
    /** The bot exists from now on, with exactly these capabilities and pages. */
    record InstallBot(Bot bot) implements Consequence {}

    /** The developer's template and what is below it are copied into the bot's workspace; the copy's top is {@code copy}. */
    record CopyTemplate(PageId template, PageId copy, Bot bot, Instant at) implements Consequence {}

    /** Of the bot's live authorizations all but {@code keep} end, those unused longest first. */
    record EndUnusedLongest(Bot bot, int keep, Instant at) implements Consequence {}
}
