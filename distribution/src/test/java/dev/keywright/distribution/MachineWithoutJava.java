package dev.keywright.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a command as on a machine where no Java is installed: in a mount namespace whose folders of JDKs are empty, and with
 * no variable of this process. It fails if a Java can still be called.
 */
final class MachineWithoutJava {
    private static final String EMPTY_FOLDERS = """
            for folder in /usr/lib/jvm /usr/java /opt/java; do
              [ ! -d $folder ] || mount -t tmpfs none $folder
            done
            if command -v java >&2; then
              echo 'a Java is left' >&2
              exit 99
            fi
            exec "$0" "$@"
            """;

    private MachineWithoutJava() {}

    /** What stands before a command and becomes it; the command sees these variables and a plain {@code PATH}. */
    static List<String> entry(Map<String, String> variables) {
        List<String> entry = new ArrayList<>(List.of("unshare", "--mount"));
        if (!"root".equals(System.getProperty("user.name"))) {
            entry.add("--map-root-user");
        }
        entry.addAll(List.of("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
        variables.forEach((name, value) -> entry.add(name + "=" + value));
        entry.addAll(List.of("sh", "-c", EMPTY_FOLDERS));
        return entry;
    }
}
