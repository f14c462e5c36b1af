package dev.keywright.distribution.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One PostgreSQL server as a process, whose every commit is on disk. What it says is in a file beside its data. */
final class Postgres implements AutoCloseable {
    static final String USER = "postgres";
    static final long PATIENCE_SECONDS = 60;

    private final Process postmaster;
    private final int port;

    private Postgres(Process postmaster, int port) {
        this.postmaster = postmaster;
        this.port = port;
    }

    /** Starts one on a folder of data; when this returns it answers. */
    static Postgres start(Path programs, Path data, String... settings) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // It refuses to be root, and in a namespace of its own nobody is.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString(), "-p", "" + port));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        Process postmaster = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(data + ".log"))
                .start();
        Postgres postgres = new Postgres(postmaster, port);
        postgres.await(USER, "SELECT true");
        return postgres;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns when it answers this query, and says that it is so; is over when it does not within a minute. */
    void await(String database, String condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isSo(database, condition)) {
            if (!postmaster.isAlive() || System.nanoTime() > deadline) {
                destroy();
                throw new IllegalStateException("PostgreSQL does not come to that: " + condition);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean isSo(String database, String condition) {
        try {
            return answer(database, condition).equals("t");
        } catch (SQLException e) {
            return false;
        }
    }

    /** Where it listens. */
    int port() {
        return port;
    }

    /** Where a database of it is, for the driver. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Runs a statement in a session of its own. */
    void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What it says to a query of one row and one column. */
    String answer(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), USER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** PostgreSQL's own fast stop, which leaves nothing to be recovered. */
    void stop() {
        stop("INT");
    }

    /** PostgreSQL's own immediate stop. */
    void stopAtOnce() {
        stop("QUIT");
    }

    private void stop(String signal) {
        signal(signal);
        postmaster.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /**
     * SIGKILL to all its processes, as when the machine goes. The one that would tidy up is stopped first, so that none of
     * the others finds out that another is gone.
     */
    void destroy() {
        if (postmaster.isAlive()) {
            signal("STOP");
            postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
            postmaster.destroyForcibly();
            postmaster.onExit().join();
        }
    }

    private void signal(String name) {
        run("kill", "-" + name, Long.toString(postmaster.pid()));
    }

    /** Runs a command that must succeed. */
    static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.onExit().join().exitValue())
                    .as(String.join(" ", command))
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        destroy();
    }
}
