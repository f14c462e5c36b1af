package dev.keywright.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What figures were measured on, in as many words as a reader needs to judge them. */
public record Machine(int cores, String processor, long memoryGib, String kernel, String jdk) {
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s+(\\d+) kB$");
    private static final double KIB_PER_GIB = 1024 * 1024;

    /** The machine that this runs on. */
    public static Machine here() throws IOException {
        Matcher memory = MEMORY.matcher(Files.readString(Path.of("/proc/meminfo")));
        Matcher model = MODEL.matcher(Files.readString(Path.of("/proc/cpuinfo")));
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                model.find() ? model.group(1).strip() : System.getProperty("os.arch"),
                memory.find() ? Math.round(Long.parseLong(memory.group(1)) / KIB_PER_GIB) : 0,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor.version", Runtime.version().toString()));
    }

    /** One sentence. */
    public String sentence() {
        return cores + " cores (" + processor + "), " + memoryGib + " GiB, " + kernel + ", JDK " + jdk
                + "; server and load driver share the cores";
    }
}
