package dev.keywright.distribution.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a document shows of an answer, held against a real one. */
final class Sample {
    private Sample() {}

    /**
     * What is shown and not answered: members that are not there, or are of another kind. Values are of their moment, and an
     * ellipsis stands for members that are not shown.
     */
    static List<String> differences(String shown, String answered) {
        List<String> differences = new ArrayList<>();
        compare(
                "",
                JsonMapper.shared().readTree(shown.replace(",…}", "}")),
                JsonMapper.shared().readTree(answered),
                differences);
        return differences;
    }

    private static void compare(String place, JsonNode shown, JsonNode answered, List<String> differences) {
        if (shown.isObject() && answered.isObject()) {
            shown.propertyStream()
                    .forEach(member -> compare(
                            place + "/" + member.getKey(),
                            member.getValue(),
                            answered.path(member.getKey()),
                            differences));
        } else if (shown.isArray() && answered.isArray()) {
            for (int i = 0; i < shown.size(); i++) {
                compare(place + "/" + i, shown.get(i), answered.path(i), differences);
            }
        } else if (shown.getNodeType() != answered.getNodeType() && !answered.isNull()) {
            differences.add(place + " is shown as " + shown + ", and is " + answered);
        }
    }

    /** Whether a text has in it what is shown, where an ellipsis is anything and so is the port. */
    static boolean isPrinted(String shown, String printed) {
        StringBuilder pattern = new StringBuilder();
        for (String part : shown.strip().replace(":8787", ":…").split("…", -1)) {
            pattern.append(pattern.isEmpty() ? "" : "\\S*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString()).matcher(printed).find();
    }
}
