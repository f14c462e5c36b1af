package dev.keywright.server.connection;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.Capabilities.People;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.Drafted.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the fields of a connection must be.
 *
 * @param workspaces those that the developer may choose from
 */
public record DraftRules(Set<WorkspaceId> workspaces) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_URL = 2048;

    /** Control characters, and those that turn the direction of what follows or cannot be seen. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029\\u115F\\u1160\\u3164&&[^\\u200C\\u200D]]");

    private static final Pattern ONE_SIGN = Pattern.compile("\\X");

    public DraftRules {
        workspaces = Set.copyOf(workspaces);
    }

    /** Checks a draft whose template page was looked for by itself. */
    public Drafted check(Draft draft, TemplateChoice template) {
        Map<Field, String> complaints = new EnumMap<>(Field.class);
        complaintOnName(draft.name().strip()).ifPresent(complaint -> complaints.put(Field.NAME, complaint));
        complaintOnIcon(draft.icon().strip()).ifPresent(complaint -> complaints.put(Field.ICON, complaint));
        complaintOnWebsite(draft.website().strip()).ifPresent(complaint -> complaints.put(Field.WEBSITE, complaint));
        Optional<Capabilities> capabilities = capabilities(draft);
        if (capabilities.isEmpty()) {
            complaints.put(Field.CAPABILITIES, "Choose from the capabilities that are listed.");
        }
        Optional<InstallationScope> scope = scope(draft);
        if (scope.isEmpty()) {
            complaints.put(Field.WORKSPACES, "Choose at least one of your workspaces, or any workspace.");
        }
        if (template instanceof TemplateChoice.Refused(String complaint)) {
            complaints.put(Field.TEMPLATE_PAGE, complaint);
        }
        if (!complaints.isEmpty() || capabilities.isEmpty() || scope.isEmpty()) {
            return new Drafted.Bad(complaints);
        }
        Optional<PageId> page =
                template instanceof TemplateChoice.Chosen(PageId chosen) ? Optional.of(chosen) : Optional.empty();
        return new Drafted.Good(new Details(
                draft.name().strip(),
                given(draft.icon()),
                given(draft.website()),
                capabilities.get(),
                page,
                scope.get(),
                draft.requirePkce()));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(given -> !given.isEmpty());
    }

    /** What is wrong with a name, if anything is. */
    public static Optional<String> complaintOnName(String name) {
        if (name.isEmpty()) {
            return Optional.of("Enter a name. People read it when they are asked for access.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of("A name has at most " + LONGEST_NAME + " characters.");
        }
        return INVISIBLE.matcher(name).find()
                ? Optional.of("A name has no characters that cannot be seen or that turn the text around.")
                : Optional.empty();
    }

    private static Optional<String> complaintOnIcon(String icon) {
        if (icon.isEmpty() || isEmoji(icon) || (icon.startsWith("https://") && isWebAddress(icon))) {
            return Optional.empty();
        }
        return Optional.of("An icon is one emoji, or the address of a picture that begins with https://.");
    }

    private static boolean isEmoji(String icon) {
        return ONE_SIGN.matcher(icon).matches() && icon.codePoints().anyMatch(point -> point > 0xFF && isEmoji(point));
    }

    private static boolean isEmoji(int point) {
        return Character.isEmoji(point) || Character.isEmojiModifier(point);
    }

    private static Optional<String> complaintOnWebsite(String website) {
        boolean web = website.startsWith("https://") || website.startsWith("http://");
        return website.isEmpty() || (web && isWebAddress(website))
                ? Optional.empty()
                : Optional.of("A website is an address such as https://app.example.");
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_URL && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<Capabilities> capabilities(Draft draft) {
        Set<Capability> granted = EnumSet.noneOf(Capability.class);
        for (Capability capability : Capability.values()) {
            if (draft.capabilities().contains(capability.scopeName())) {
                granted.add(capability);
            }
        }
        boolean known = granted.size() == new HashSet<>(draft.capabilities()).size();
        return EnumSet.allOf(People.class).stream()
                .filter(people -> word(people).equals(draft.people()))
                .findFirst()
                .filter(people -> known)
                .map(people -> new Capabilities(granted, people));
    }

    /** How a form calls it. */
    static String word(People people) {
        return people.name().toLowerCase(Locale.ROOT);
    }

    private Optional<InstallationScope> scope(Draft draft) {
        if (draft.scope().equals("any")) {
            return Optional.of(new InstallationScope.AnyWorkspace());
        }
        List<WorkspaceId> named = draft.workspaces().stream()
                .flatMap(id -> Uuids.exact(id).stream())
                .map(WorkspaceId::new)
                .toList();
        if (named.isEmpty() || named.size() != draft.workspaces().size() || !workspaces.containsAll(named)) {
            return Optional.empty();
        }
        return switch (draft.scope()) {
            case "selected" -> Optional.of(new InstallationScope.SelectedWorkspaces(new HashSet<>(named)));
            case "internal" ->
                named.size() == 1 ? Optional.of(new InstallationScope.Internal(named.getFirst())) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
