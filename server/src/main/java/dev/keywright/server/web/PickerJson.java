package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.workspace.ShareablePage;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages for the script of the picker: titles as they are shown. */
final class PickerJson {
    private static final JsonMapper JSON = new JsonMapper();

    private PickerJson() {}

    static Answer answer(List<ShareablePage> pages, boolean more) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode list = body.putArray("pages");
        for (ShareablePage page : pages) {
            ObjectNode one = list.addObject()
                    .put("id", page.id().toString())
                    .put("title", Shown.title(page.title()))
                    .put("way", PickerView.way(page))
                    .put("children", page.hasChildren());
            ArrayNode above = one.putArray("above");
            page.path().forEach(step -> above.add(step.id().toString()));
        }
        body.put("more", more);
        return Answer.json(200, JSON.writeValueAsBytes(body)).with("Cache-Control", "no-store");
    }
}
