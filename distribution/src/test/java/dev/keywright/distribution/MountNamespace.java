package dev.keywright.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * File systems that exist for the processes that are started on them and for nobody else: a mount namespace that a sleeping
 * process holds. This process reaches its files through {@code /proc}.
 */
final class MountNamespace implements AutoCloseable {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Process holder;

    private MountNamespace(Process holder) {
        this.holder = holder;
    }

    /** One in which this script for {@code sh} mounted what it wants, with these as {@code $0}, {@code $1} and so on. */
    static MountNamespace of(String script, String... arguments) throws IOException {
        return of(List.of("--map-root-user"), script, arguments);
    }

    /** The same where files may belong to other users too, which who is not root needs subordinate ids for. */
    static MountNamespace withUsers(String script, String... arguments) throws IOException {
        return of(List.of("--map-root-user", "--map-auto"), script, arguments);
    }

    private static MountNamespace of(List<String> unlessRoot, String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!ROOT) {
            command.addAll(unlessRoot);
        }
        command.addAll(List.of("sh", "-ec", script + "\necho mounted\nexec sleep 3600"));
        command.addAll(List.of(arguments));
        Process holder = started("unshare", command);
        BufferedReader said = holder.inputReader();
        if (!"mounted".equals(said.readLine())) {
            holder.destroyForcibly();
            throw new IllegalStateException("unshare could not make the mounts that this test needs, as said above");
        }
        return new MountNamespace(holder);
    }

    private static Process started(String tool, List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(tool + " is missing, which this test needs; it is part of util-linux", e);
        }
    }

    /** What a command is started behind to see the mounts. */
    List<String> entry() {
        started("nsenter", List.of("nsenter", "--version")).destroyForcibly();
        String namespaces = "/proc/" + holder.pid() + "/ns/";
        List<String> command = new ArrayList<>(List.of("nsenter", "--mount=" + namespaces + "mnt"));
        if (!ROOT) {
            command.addAll(List.of("--user=" + namespaces + "user", "--preserve-credentials"));
        }
        return command;
    }

    /** An absolute path in it, as this process names it. */
    Path path(String absolute) {
        return Path.of("/proc/" + holder.pid() + "/root" + absolute);
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
