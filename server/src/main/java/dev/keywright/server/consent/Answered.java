package dev.keywright.server.consent;

import dev.keywright.server.authorization.AuthorizationCode;

/** What a person's answer came to. */
public sealed interface Answered {
    /** Allowed: the code is kept and may be sent. */
    record Allowed(AuthorizationCode code, String redirectTo) implements Answered {}

    /** Denied: an error goes back. */
    record Denied(String redirectTo) implements Answered {}

    /** The consent request had been answered before; nothing was kept. A program's answer is never this. */
    record Before() implements Answered {}

    /** The answer cannot be taken; {@code field} names what is wrong with it, and nothing was kept. */
    record Impossible(String field, String problem) implements Answered {}
}
