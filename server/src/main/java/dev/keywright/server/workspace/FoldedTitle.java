package dev.keywright.server.workspace;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A title as searching compares it: without case, accents, and what cannot be seen, its spaces single. Two titles that
 * fold to one text look alike to whoever searches.
 */
public record FoldedTitle(String text) {
    private static final int LONGEST = 300;
    private static final Pattern MARKS_AND_INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}\\p{Cc}&&[^\\s]]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** Folds what a page is called, or what someone types to find it; of a very long one the beginning. */
    public static FoldedTitle of(String title) {
        String decomposed = Normalizer.normalize(title, Normalizer.Form.NFKD);
        String visible = MARKS_AND_INVISIBLE.matcher(decomposed).replaceAll("");
        // Up and then down: some letters have several lower cases, as sigma, or none of their own, as sharp s.
        String caseless =
                visible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        String spaced = SPACES.matcher(caseless).replaceAll(" ").strip();
        return new FoldedTitle(spaced.length() <= LONGEST ? spaced : spaced.substring(0, LONGEST));
    }

    /** Whether nothing is left to compare. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
