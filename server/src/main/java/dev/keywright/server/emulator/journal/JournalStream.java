package dev.keywright.server.emulator.journal;

import dev.keywright.server.http.EventStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The journal as server-sent events: {@code request} for an entry that came or was found to belong to an authorization, and
 * {@code cleared} when all before are forgotten. A comment now and then shows whether the client is still there.
 */
final class JournalStream implements EventStream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final RequestJournal journal;
    private final JournalFilter filter;

    JournalStream(RequestJournal journal, JournalFilter filter) {
        this.journal = journal;
        this.filter = filter;
    }

    @Override
    public void sendTo(OutputStream client) throws IOException {
        // Something must arrive for the client to know that it is connected.
        send(client, ": the journal of the emulator\n\n");
        RequestJournal.News news = journal.since(0);
        long cleared = news.cleared();
        try {
            while (!news.over()) {
                if (news.cleared() != cleared) {
                    cleared = news.cleared();
                    send(client, "event: cleared\ndata: {}\n\n");
                }
                sendEntries(client, news);
                news = journal.await(news.change(), cleared, HEARTBEAT);
            }
        } catch (InterruptedException e) {
            // The server stops.
            Thread.currentThread().interrupt();
        }
    }

    private void sendEntries(OutputStream client, RequestJournal.News news) throws IOException {
        StringBuilder events = new StringBuilder();
        news.entries().stream()
                .filter(filter::takes)
                .forEach(entry -> events.append("event: request\nid: ")
                        .append(entry.id())
                        .append("\ndata: ")
                        .append(entry.json().toJson())
                        .append("\n\n"));
        send(client, events.isEmpty() ? ":\n\n" : events.toString());
    }

    private static void send(OutputStream client, String text) throws IOException {
        client.write(text.getBytes(StandardCharsets.UTF_8));
        client.flush();
    }
}
