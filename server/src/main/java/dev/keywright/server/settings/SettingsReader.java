package dev.keywright.server.settings;

import dev.keywright.protocol.Clip;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.settings.SettingsReading.InForce;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings of a command. The first that gives a value wins: a flag, an environment variable, the settings file,
 * the default. What is not for the command, unknown, malformed or unsafe is refused, whichever way it came.
 */
public final class SettingsReader {
    private final Command command;
    private final Map<Setting<?>, Given> given = new LinkedHashMap<>();

    private SettingsReader(Command command) {
        this.command = command;
    }

    /**
     * Reads them.
     *
     * @param flags the values given on the command line
     * @param environment all environment variables; those without {@code KEYWRIGHT_} are no concern of it
     */
    public static SettingsReading read(
            Command command, Map<Setting<?>, String> flags, Map<String, String> environment) {
        try {
            return new SettingsReader(command).read(flags, environment);
        } catch (Complaint e) {
            return new SettingsReading.Refused(e.sentence());
        }
    }

    private SettingsReading read(Map<Setting<?>, String> flags, Map<String, String> environment) throws Complaint {
        List<Given> onCommandLine = new ArrayList<>();
        flags.forEach((setting, text) -> onCommandLine.add(new Given(setting, text, new Source.Flag(setting.flag()))));
        take(onCommandLine);
        take(EnvironmentVariables.read(environment));
        Optional<Path> file = find(Catalogue.CONFIG);
        if (file.isPresent()) {
            take(SettingsFile.read(file.get()));
        }
        for (Given value : given.values()) {
            if (value.setting().read(value.text()).isEmpty()) {
                throw new Complaint(
                        value.name() + " should be " + value.setting().expected() + ", instead is \""
                                + Clip.text(value.setting().shown(value.text()), 80) + '"');
            }
        }
        refuseTwoPlaces();
        refuseHalfOfTls(Catalogue.TLS_CERTIFICATE, Catalogue.TLS_PRIVATE_KEY);
        refuseHalfOfTls(Catalogue.TLS_PRIVATE_KEY, Catalogue.TLS_CERTIFICATE);
        Settings settings = settings();
        Optional<String> unsafe = Safety.problemWith(settings);
        return unsafe.isPresent()
                ? new SettingsReading.Refused(unsafe.get())
                : new SettingsReading.Understood(settings, inForce());
    }

    private void refuseTwoPlaces() throws Complaint {
        Optional<Given> folder = Optional.ofNullable(given.get(Catalogue.DATA));
        Optional<Given> database = Optional.ofNullable(given.get(Catalogue.DATABASE));
        if (folder.isPresent() && database.isPresent()) {
            throw new Complaint(database.get().name() + " and " + folder.get().name()
                    + " are two places for the same data; take one of them out");
        }
    }

    private void refuseHalfOfTls(Setting<?> half, Setting<?> other) throws Complaint {
        Optional<Given> alone = Optional.ofNullable(given.get(half)).filter(found -> !given.containsKey(other));
        if (alone.isPresent()) {
            throw new Complaint(alone.get().name() + " is nothing without " + other.name() + "; give both or none");
        }
    }

    private boolean isKeptInDatabase() {
        return given.containsKey(Catalogue.DATABASE);
    }

    private void take(List<Given> values) throws Complaint {
        for (Given value : values) {
            if (!value.setting().isFor(command)) {
                Command other = command == Command.SERVE ? Command.EMULATE : Command.SERVE;
                throw new Complaint(value.name() + " is only for keywright " + other.word()
                        + "; take it out to run keywright " + command.word());
            }
            given.putIfAbsent(value.setting(), value);
        }
    }

    private Optional<String> text(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting)).map(Given::text).or(() -> setting.defaultFor(command));
    }

    private <T> Optional<T> find(Setting<T> setting) {
        return text(setting).flatMap(setting::read);
    }

    /** The value in force, or {@code otherwise} under a command that does not have the setting. */
    private <T> T get(Setting<T> setting, T otherwise) {
        return find(setting).orElse(otherwise);
    }

    private <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalStateException(setting + " has a default under every command"));
    }

    private Settings settings() {
        return new Settings(
                command,
                get(Catalogue.PORT),
                get(Catalogue.HOST),
                find(Catalogue.WORLD),
                isKeptInDatabase() ? Optional.empty() : find(Catalogue.DATA),
                find(Catalogue.DATABASE),
                get(Catalogue.KEYS),
                get(Catalogue.DIALECT),
                find(Catalogue.PUBLIC_URL),
                get(Catalogue.AUTO_APPROVE, false),
                find(Catalogue.SEED),
                get(Catalogue.CODE_LIFETIME),
                get(Catalogue.ROTATION_GRACE),
                get(Catalogue.ACCESS_TOKEN_LIFETIME),
                get(Catalogue.IDLE_LIFETIME),
                get(Catalogue.ABSOLUTE_LIFETIME),
                get(Catalogue.AUTHORIZATIONS_PER_BOT),
                get(Catalogue.ACCESS_TOKEN_PREFIX, "ntn_"),
                get(Catalogue.REFRESH_TOKEN_PREFIX, "nrt_"),
                find(Catalogue.REQUESTS_PER_MINUTE).flatMap(limit -> limit),
                find(Catalogue.FAILED_AUTHENTICATIONS_PER_MINUTE).flatMap(limit -> limit),
                get(Catalogue.CACHE_MEBIBYTES),
                get(Catalogue.ALLOW_PLAIN_HTTP, false),
                find(Catalogue.TLS_CERTIFICATE)
                        .flatMap(certificate ->
                                find(Catalogue.TLS_PRIVATE_KEY).map(key -> new TlsFiles(certificate, key))),
                get(Catalogue.TRUSTED_PROXIES, AddressRanges.NONE),
                find(Catalogue.METRICS),
                get(Catalogue.ADMIN_LINK, false),
                get(Catalogue.STOP_DELAY, Duration.ZERO),
                new Observability(
                        find(Catalogue.AUDIT_LOG),
                        get(Catalogue.LOG_FORMAT, LogFormat.TEXT),
                        find(Catalogue.ACCESS_LOG),
                        find(Catalogue.OTLP_ENDPOINT)));
    }

    private List<InForce> inForce() {
        List<InForce> listed = new ArrayList<>();
        for (Setting<?> setting : Catalogue.of(command)) {
            Source source =
                    Optional.ofNullable(given.get(setting)).map(Given::source).orElse(new Source.Default());
            boolean hasNone = setting.equals(Catalogue.DATA) && isKeptInDatabase();
            Optional<String> value = hasNone ? Optional.empty() : text(setting).map(setting::shown);
            listed.add(new InForce(setting, value, source));
        }
        return listed;
    }
}
