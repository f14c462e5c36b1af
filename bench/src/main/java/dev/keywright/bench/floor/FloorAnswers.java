package dev.keywright.bench.floor;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.BotUser;
import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.IntrospectionResponse;
import dev.keywright.protocol.NotionVersion;
import dev.keywright.protocol.Owner;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PageObject;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.TokenResponse;
import dev.keywright.protocol.WorkspaceId;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The answers, written once by the records that the server answers with. Made at the first request, not at the start. */
final class FloorAnswers {
    private static final UUID ID = UUID.fromString("5f0c1b1e-7d5b-4c6e-9a57-0d3f5b1f6a01");
    private static final String TOKEN_AFTER_PREFIX = "0".repeat(46);
    private static final Owner OWNER = new Owner.User(
            new Person(new PersonId(ID), Optional.of(Names.PERSON), Optional.empty(), Names.email(0)),
            Capabilities.People.WITH_EMAIL);

    private static final Header JSON =
            HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
    private static final Header REQUEST_ID = HeaderValues.createCached("x-notion-request-id", ID.toString());
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header NO_CACHE = HeaderValues.createCached(HeaderNames.PRAGMA, "no-cache");
    private static final List<Header> API = List.of(JSON, REQUEST_ID, HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
    private static final List<Header> OAUTH =
            List.of(JSON, REQUEST_ID, HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF, NO_STORE, NO_CACHE);

    /** An answer of the token endpoint. */
    static final FloorAnswer TOKEN = new FloorAnswer(
            new TokenResponse(
                    "ntn_" + TOKEN_AFTER_PREFIX,
                    Optional.of("nrt_" + TOKEN_AFTER_PREFIX),
                    Optional.empty(),
                    new BotId(ID),
                    Optional.empty(),
                    Optional.of(Names.WORKSPACE),
                    new WorkspaceId(ID),
                    OWNER,
                    Optional.empty()),
            ID.toString(),
            OAUTH);

    /** An answer of introspection. */
    static final FloorAnswer INTROSPECTION = new FloorAnswer(
            new IntrospectionResponse.ActiveInDetail(
                    Capabilities.all().scope(),
                    Instant.ofEpochSecond(1_795_305_600L),
                    new ClientId(ID),
                    Optional.empty(),
                    new BotId(ID),
                    new WorkspaceId(ID)),
            ID.toString(),
            OAUTH);

    /** An answer of {@code users/me}. */
    static final FloorAnswer USERS_ME = new FloorAnswer(
            new BotUser(
                    new BotId(ID),
                    Names.CONNECTION,
                    Optional.empty(),
                    OWNER,
                    Optional.of(Names.WORKSPACE),
                    new WorkspaceId(ID)),
            ID.toString(),
            API);

    /** An answer of {@code pages/{id}}: a page below another. */
    static final FloorAnswer PAGE = new FloorAnswer(
            new PageObject(
                    new PageId(ID),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    new PersonId(ID),
                    Optional.of(new PageId(ID)),
                    Names.PAGE,
                    "http://127.0.0.1:00000",
                    NotionVersion.V2025_09_03),
            ID.toString(),
            API);

    /** An answer of forward authentication: headers alone. */
    static final FloorAnswer FORWARD_AUTH = new FloorAnswer(
            new byte[0],
            List.of(
                    REQUEST_ID,
                    HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF,
                    NO_STORE,
                    HeaderValues.createCached("X-Keywright-Bot-Id", ID.toString()),
                    HeaderValues.createCached("X-Keywright-Workspace-Id", ID.toString()),
                    HeaderValues.createCached("X-Keywright-Client-Id", ID.toString()),
                    HeaderValues.createCached("X-Keywright-Person-Id", ID.toString()),
                    HeaderValues.createCached(
                            "X-Keywright-Scope", Capabilities.all().scope())));

    private FloorAnswers() {}
}
