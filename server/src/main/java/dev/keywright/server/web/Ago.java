package dev.keywright.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time in the past as people say it. */
public record Ago(Instant at, String text) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final long MANY_DAYS = 30;

    /** How long ago {@code at} is; a time that is not over counts as now. */
    public static Ago of(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        if (since.toHours() < 1) {
            return new Ago(at, "in the last hour");
        }
        if (since.toDays() < 1) {
            return new Ago(at, counted(since.toHours(), "hour"));
        }
        return new Ago(at, since.toDays() < MANY_DAYS ? counted(since.toDays(), "day") : "on " + DAY.format(at));
    }

    /** The day of {@code at}. */
    public static Ago day(Instant at) {
        return new Ago(at, DAY.format(at));
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s") + " ago";
    }
}
