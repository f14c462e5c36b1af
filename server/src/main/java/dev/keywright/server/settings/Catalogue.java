package dev.keywright.server.settings;

import static dev.keywright.server.settings.Command.EMULATE;
import static dev.keywright.server.settings.Command.SERVE;

import dev.keywright.protocol.Dialect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every setting there is. Flags, environment variables, the settings file, the listing and the help come from here. */
public final class Catalogue {
    static final Setting<Integer> PORT = Setting.of(
                    "port", Kind.number(0, 65535), "the port to listen on; 0 takes a free one")
            .everywhere("8787");

    static final Setting<String> HOST = Setting.of(
                    "host",
                    Kind.text("HOST", "a host name or an IP address to listen on", "[A-Za-z0-9.:%_\\[\\]-]{1,255}"),
                    "the address to listen on")
            .everywhere("127.0.0.1");

    /** The world file. */
    public static final Setting<Path> WORLD = Setting.of(
                    "world", Kind.path("FILE"), "the world file that fills an empty store")
            .under(EMULATE)
            .under(SERVE);

    /** The data folder. */
    public static final Setting<Path> DATA = Setting.of(
                    "data", Kind.path("DIR"), "the folder of the data; emulate without one leaves nothing behind")
            .under(EMULATE)
            .under(SERVE, "./data");

    /** The PostgreSQL database. */
    public static final Setting<DatabaseUrl> DATABASE = Setting.of(
                    "database",
                    Kind.database(),
                    "the PostgreSQL database of the data, in place of a folder; several servers may share one")
            .under(SERVE);

    /** The folder of the keys. */
    public static final Setting<Path> KEYS = Setting.of(
                    "keys",
                    Kind.path("DIR"),
                    "the folder of the keys that tokens are made with, outside the data folder")
            .everywhere("./keys");

    static final Setting<Dialect> DIALECT = Setting.of(
                    "dialect", Kind.oneOf(Dialect.values()), "exact to Notion, or with what the RFCs add")
            .under(EMULATE, "notion")
            .under(SERVE, "standard");

    static final Setting<URI> PUBLIC_URL = Setting.of(
                    "public_url", Kind.origin(), "where people and apps reach the server: its issuer")
            .under(EMULATE)
            .under(SERVE);

    static final Setting<Boolean> AUTO_APPROVE = Setting.of(
                    "auto_approve", Kind.yesOrNo(), "answer the authorization page at once, as the default person")
            .under(EMULATE, "false");

    static final Setting<Long> SEED = Setting.of(
                    "seed",
                    Kind.seed(),
                    "make ids, codes, tokens and keys a function of this number, and stop the clock")
            .under(EMULATE);

    /** The settings file. */
    public static final Setting<Path> CONFIG =
            Setting.of("config", Kind.path("FILE"), "the settings file").under(SERVE);

    static final Setting<Boolean> ALLOW_PLAIN_HTTP = Setting.of(
                    "allow_plain_http", Kind.yesOrNo(), "let tokens and secrets cross a network unencrypted")
            .under(SERVE, "false");

    static final Setting<Boolean> ADMIN_LINK = Setting.of(
                    "admin_link",
                    Kind.yesOrNo(),
                    "print a one-time link that makes an admin, although there is one: for whoever lost the password")
            .under(SERVE, "false");

    static final Setting<Duration> STOP_DELAY = Setting.of(
                    "stop_delay",
                    Kind.duration(Duration.ZERO, Duration.ofMinutes(5)),
                    "how long a server that is to stop answers on, while /health/ready says that it is stopping")
            .under(SERVE, "PT0S");

    static final Setting<Duration> CODE_LIFETIME = Setting.of(
                    "code_lifetime",
                    Kind.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                    "how long an authorization code can be exchanged")
            .everywhere("PT10M");

    static final Setting<Duration> ROTATION_GRACE = Setting.of(
                    "rotation_grace",
                    Kind.duration(Duration.ZERO, Duration.ofHours(1)),
                    "how long the pair before the last refresh is still honoured; PT0S turns it off")
            .everywhere("PT1M");

    static final Setting<Optional<Duration>> ACCESS_TOKEN_LIFETIME = Setting.of(
                    "access_token_lifetime", Kind.lifetime(), "how long an access token lives unless it is rotated")
            .everywhere(Kind.NONE);

    static final Setting<Optional<Duration>> IDLE_LIFETIME = Setting.of(
                    "idle_lifetime", Kind.lifetime(), "how long an authorization lives from its last refresh")
            .everywhere(Kind.NONE);

    static final Setting<Optional<Duration>> ABSOLUTE_LIFETIME = Setting.of(
                    "absolute_lifetime", Kind.lifetime(), "how long an authorization lives from its consent")
            .everywhere(Kind.NONE);

    static final Setting<Optional<Integer>> AUTHORIZATIONS_PER_BOT = Setting.of(
                    "authorizations_per_bot",
                    Kind.orNone(Kind.number(1, 1_000_000)),
                    "how many live authorizations a bot may hold; one more ends the one unused longest")
            .under(EMULATE, Kind.NONE)
            .under(SERVE, "50");

    static final Setting<String> ACCESS_TOKEN_PREFIX = prefix("access_token_prefix", "access", "ntn_");

    static final Setting<String> REFRESH_TOKEN_PREFIX = prefix("refresh_token_prefix", "refresh", "nrt_");

    static final Setting<Integer> CACHE_MEBIBYTES = Setting.of(
                    "cache_mebibytes", Kind.number(1, 65_536), "how much memory the cache of hot rows may take, in MiB")
            .everywhere("64");

    static final Setting<Optional<Integer>> REQUESTS_PER_MINUTE = Setting.of(
                    "requests_per_minute",
                    Kind.orNone(Kind.number(1, 1_000_000)),
                    "how often a connection may ask the API in one workspace, in a minute; Notion has 180")
            .under(SERVE, Kind.NONE);

    static final Setting<Optional<Integer>> FAILED_AUTHENTICATIONS_PER_MINUTE = Setting.of(
                    "failed_authentications_per_minute",
                    Kind.orNone(Kind.number(1, 1_000_000)),
                    "how often one address may fail to authenticate as a connection, in a minute")
            .under(SERVE, "10");

    static final Setting<Path> AUDIT_LOG = Setting.of(
                    "audit_log",
                    Kind.path("FILE"),
                    "the file to append audit events to, as JSON lines; without one they are in the log")
            .under(SERVE);

    static final Setting<LogFormat> LOG_FORMAT = Setting.of(
                    "log_format", Kind.oneOf(LogFormat.values()), "lines of text, or JSON objects, on standard error")
            .under(SERVE, "text");

    static final Setting<Path> ACCESS_LOG = Setting.of(
                    "access_log", Kind.path("FILE"), "the file to append a JSON line to for each request")
            .under(SERVE);

    static final Setting<URI> OTLP_ENDPOINT = Setting.of(
                    "otlp_endpoint",
                    Kind.origin(),
                    "the OpenTelemetry collector to send a span to for each request, by OTLP over HTTP")
            .under(SERVE);

    static final Setting<AddressRanges> TRUSTED_PROXIES = Setting.of(
                    "trusted_proxies",
                    Kind.addresses(),
                    "the proxies whose X-Forwarded-For is believed, by address or CIDR range, with commas between")
            .under(SERVE);

    static final Setting<Path> TLS_CERTIFICATE = Setting.of(
                    "tls_certificate",
                    Kind.path("FILE"),
                    "the PEM file of the server's certificate, to speak HTTPS; what vouches for it follows in the file")
            .under(SERVE);

    static final Setting<Path> TLS_PRIVATE_KEY = Setting.of(
                    "tls_private_key", Kind.path("FILE"), "the PEM file of the certificate's private key")
            .under(SERVE);

    static final Setting<ListenAddress> METRICS = Setting.of(
                    "metrics",
                    Kind.listenAddress(),
                    "where to show metrics for Prometheus, at /metrics over plain HTTP")
            .under(SERVE);

    private static final List<Setting<?>> ALL = List.of(
            PORT,
            HOST,
            PUBLIC_URL,
            ALLOW_PLAIN_HTTP,
            TLS_CERTIFICATE,
            TLS_PRIVATE_KEY,
            TRUSTED_PROXIES,
            DIALECT,
            CONFIG,
            WORLD,
            DATA,
            DATABASE,
            KEYS,
            AUTO_APPROVE,
            SEED,
            ADMIN_LINK,
            STOP_DELAY,
            CODE_LIFETIME,
            ROTATION_GRACE,
            ACCESS_TOKEN_LIFETIME,
            IDLE_LIFETIME,
            ABSOLUTE_LIFETIME,
            AUTHORIZATIONS_PER_BOT,
            ACCESS_TOKEN_PREFIX,
            REFRESH_TOKEN_PREFIX,
            REQUESTS_PER_MINUTE,
            FAILED_AUTHENTICATIONS_PER_MINUTE,
            CACHE_MEBIBYTES,
            METRICS,
            AUDIT_LOG,
            LOG_FORMAT,
            ACCESS_LOG,
            OTLP_ENDPOINT);

    private Catalogue() {}

    /** Every setting, in the order in which they are listed. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /** The settings of one command, in the order in which they are listed. */
    public static List<Setting<?>> of(Command command) {
        return ALL.stream().filter(setting -> setting.isFor(command)).toList();
    }

    /** The emulator has Notion's prefixes alone, so that what passes here passes there. */
    private static Setting<String> prefix(String name, String token, String byDefault) {
        return Setting.of(
                        name,
                        Kind.text(
                                "PREFIX",
                                "1 to 10 lower-case letters and digits that begin with a letter, and an underscore",
                                "[a-z][a-z0-9]{0,9}_"),
                        "what " + token + " tokens begin with")
                .under(SERVE, byDefault);
    }
}
