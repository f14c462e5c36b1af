package dev.keywright.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the batches took in which a server deletes, as its metrics say. */
final class SweptBatches {
    private static final String METRIC = "keywright_sweep_batch_duration_seconds";
    private static final double NANOS_A_SECOND = 1e9;
    private static final String UP_TO_A_TENTH_OF_A_SECOND = METRIC + "_bucket{le=\"0.1\"}";

    private final String address;

    private SweptBatches(String address) {
        this.address = address;
    }

    /** Those of a server that is to be started with its metrics at {@link #address}. */
    static SweptBatches atFreePort() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
            return new SweptBatches(loopback.getHostAddress() + ":" + free.getLocalPort());
        }
    }

    /** Where the metrics are to be: {@code 127.0.0.1:9464}. */
    String address() {
        return address;
    }

    /**
     * What was timed from the server's start on.
     *
     * @param slow how many took longer than a tenth of a second
     */
    record Times(long count, Duration mean, long slow) {}

    /** What they are now. */
    Times times() throws IOException {
        String page = page();
        long count = Math.round(value(page, METRIC + "_count"));
        Duration mean = Duration.ofNanos(Math.round(value(page, METRIC + "_sum") / count * NANOS_A_SECOND));
        return new Times(count, mean, count - Math.round(value(page, UP_TO_A_TENTH_OF_A_SECOND)));
    }

    private String page() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + "/metrics"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static double value(String page, String name) throws IOException {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(page);
        if (!line.find()) {
            throw new IOException("the metrics have no " + name);
        }
        return Double.parseDouble(line.group(1));
    }
}
