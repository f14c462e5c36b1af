package dev.keywright.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Sends one authenticated JSON request once, within a time and a size, and says what is known of its fate. */
final class Transport {
    /** More than ten times the largest token answer: names of workspaces and people are short. */
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    /** Documented as required by Notion, and ignored by its OAuth endpoints and by Keywright's. */
    private static final String NOTION_VERSION = "2026-03-11";

    private final HttpClient http;
    private final ClientCredentials credentials;
    private final Duration timeout;

    /** Takes a client that follows no redirect: a redirect would carry the credentials elsewhere. */
    Transport(HttpClient http, ClientCredentials credentials, Duration timeout) {
        this.http = http;
        this.credentials = credentials;
        this.timeout = timeout;
    }

    /** What is known of a request's fate. */
    sealed interface Fate {
        /** A whole answer. */
        record Answered(int status, HttpHeaders headers, byte[] body) implements Fate {}

        /** It never left this machine. */
        record NotSent(String detail) implements Fate {}

        /** It left, and whether it arrived is not known. */
        record Unanswered(String detail) implements Fate {}
    }

    Fate post(URI url, byte[] json) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", credentials.basic())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Notion-Version", NOTION_VERSION)
                .header("User-Agent", "keywright-client")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        // The timeout of HttpRequest ends with the headers; a body that trickles would hold the caller for ever.
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request, response -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            HttpResponse<byte[]> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Fate.Answered(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException e) {
            return fateAfter(e);
        } catch (TimeoutException e) {
            return new Fate.Unanswered("no whole answer within " + timeout);
        } finally {
            // Ends what still runs when the time is over or this thread is interrupted.
            sent.cancel(true);
        }
    }

    private static Fate fateAfter(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException) {
            return new Fate.NotSent("no connection: " + cause.getClass().getSimpleName());
        }
        if (cause instanceof BoundedBody.TooLarge) {
            return new Fate.Unanswered("the answer is larger than " + MAX_ANSWER_BYTES + " bytes");
        }
        if (cause instanceof IOException) {
            // Not its message: it may quote what was received.
            return new Fate.Unanswered(
                    "the connection broke: " + cause.getClass().getSimpleName());
        }
        throw new IllegalStateException("the HTTP client failed", cause);
    }
}
