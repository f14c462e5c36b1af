package dev.keywright.server.settings;

import dev.keywright.protocol.Clip;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads settings from environment variables. One that is empty counts as not set. */
final class EnvironmentVariables {
    static final String PREFIX = "KEYWRIGHT_";

    /** The launcher script reads these; they choose a JVM and its options. */
    private static final Pattern LAUNCHER = Pattern.compile("KEYWRIGHT_(JAVA|JVM)(_.*)?");

    /** Kubernetes sets these in every pod that is near a Service named "keywright"; nobody chose them. */
    private static final Pattern KUBERNETES =
            Pattern.compile("KEYWRIGHT_SERVICE_(HOST|PORT(_.*)?)|KEYWRIGHT_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?");

    private static final Pattern KUBERNETES_PORT = Pattern.compile("(tcp|udp|sctp)://.*");

    private EnvironmentVariables() {}

    static List<Given> read(Map<String, String> environment) throws Complaint {
        List<Given> given = new ArrayList<>();
        // Sorted, so that of several mistakes the same one is named each time.
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            String value = variable.getValue();
            if (name.startsWith(PREFIX) && !value.isEmpty() && !isOthers(name, value)) {
                given.add(new Given(setting(name), value, new Source.Environment(name)));
            }
        }
        return given;
    }

    private static boolean isOthers(String name, String value) {
        return LAUNCHER.matcher(name).matches()
                || KUBERNETES.matcher(name).matches()
                || (name.equals(Catalogue.PORT.variable())
                        && KUBERNETES_PORT.matcher(value).matches());
    }

    private static Setting<?> setting(String name) throws Complaint {
        Optional<Setting<?>> setting = Catalogue.all().stream()
                .filter(known -> known.variable().equals(name))
                .findFirst();
        if (setting.isEmpty()) {
            List<String> known =
                    Catalogue.all().stream().<String>map(Setting::variable).toList();
            throw new Complaint("environment variable " + Clip.text(name, 80)
                    + " is not a known setting; the nearest known one is "
                    + Nearest.to(name, known).orElse("none"));
        }
        return setting.get();
    }
}
