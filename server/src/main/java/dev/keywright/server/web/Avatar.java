package dev.keywright.server.web;

import java.util.Locale;
import java.util.Optional;

/**
 * What stands for a person, an app or a workspace where there is no room for a picture: its emoji, or the first letter of
 * its name. A picture from elsewhere is never loaded: its host would learn who looks at which page.
 *
 * @param sign the emoji or letter
 * @param tone which of the stylesheet's colours, always the same for a name
 */
public record Avatar(String sign, int tone) {
    private static final int TONES = 6;

    /** The longest emoji are families of several people; a URL is longer. */
    private static final int LONGEST_EMOJI = 16;

    /** The avatar of a name; {@code icon} is an emoji or a URL. */
    public static Avatar of(String name, Optional<String> icon) {
        return new Avatar(
                icon.filter(Avatar::isEmoji).orElseGet(() -> initial(name)), Math.floorMod(name.hashCode(), TONES));
    }

    private static boolean isEmoji(String icon) {
        return !icon.isEmpty()
                && icon.length() <= LONGEST_EMOJI
                && icon.codePoints().noneMatch(point -> point < 128 && !Character.isDigit(point));
    }

    private static String initial(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("?")
                .toUpperCase(Locale.ROOT);
    }
}
