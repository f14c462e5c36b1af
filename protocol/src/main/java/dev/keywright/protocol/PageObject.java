package dev.keywright.protocol;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * A page, in the recorded key order.
 *
 * @param author who made it and edited it last
 * @param parent the page above it; a page of the workspace's top level has none
 * @param site where the pages of workspaces are read, a URL without a slash at its end
 * @param version decides about {@code archived}, which 2026-03-11 has no more
 */
public record PageObject(
        PageId id,
        Instant createdTime,
        Instant lastEditedTime,
        PersonId author,
        Optional<PageId> parent,
        String title,
        String site,
        NotionVersion version)
        implements WireBody {
    /** Times are told to the minute. */
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:00.000'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern DASHES = Pattern.compile("-");
    private static final Pattern DASHES_AT_ENDS = Pattern.compile("^-|-$");

    @Override
    public void writeFields(JsonGenerator json) {
        json.writeStringProperty("object", "page");
        json.writeStringProperty("id", id.toString());
        json.writeStringProperty("created_time", MINUTES.format(createdTime));
        json.writeStringProperty("last_edited_time", MINUTES.format(lastEditedTime));
        writeAuthor(json, "created_by");
        writeAuthor(json, "last_edited_by");
        json.writeNullProperty("cover");
        json.writeNullProperty("icon");
        writeParent(json);
        json.writeBooleanProperty("in_trash", false);
        json.writeBooleanProperty("is_archived", false);
        json.writeBooleanProperty("is_locked", false);
        writeProperties(json);
        json.writeStringProperty("url", url());
        json.writeNullProperty("public_url");
        if (!version.isSince(NotionVersion.V2026_03_11)) {
            json.writeBooleanProperty("archived", false);
        }
    }

    private void writeAuthor(JsonGenerator json, String name) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("object", "user");
        json.writeStringProperty("id", author.toString());
        json.writeEndObject();
    }

    private void writeParent(JsonGenerator json) {
        json.writeObjectPropertyStart("parent");
        if (parent.isPresent()) {
            json.writeStringProperty("type", "page_id");
            json.writeStringProperty("page_id", parent.get().toString());
        } else {
            json.writeStringProperty("type", "workspace");
            json.writeBooleanProperty("workspace", true);
        }
        json.writeEndObject();
    }

    private void writeProperties(JsonGenerator json) {
        json.writeObjectPropertyStart("properties");
        json.writeObjectPropertyStart("title");
        json.writeStringProperty("id", "title");
        json.writeStringProperty("type", "title");
        json.writeArrayPropertyStart("title");
        if (!title.isEmpty()) {
            writeText(json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeText(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", "text");
        json.writeObjectPropertyStart("text");
        json.writeStringProperty("content", title);
        json.writeNullProperty("link");
        json.writeEndObject();
        json.writeObjectPropertyStart("annotations");
        json.writeBooleanProperty("bold", false);
        json.writeBooleanProperty("italic", false);
        json.writeBooleanProperty("strikethrough", false);
        json.writeBooleanProperty("underline", false);
        json.writeBooleanProperty("code", false);
        json.writeStringProperty("color", "default");
        json.writeEndObject();
        json.writeStringProperty("plain_text", title);
        json.writeNullProperty("href");
        json.writeEndObject();
    }

    /** The words of the title and the id without dashes, as Notion makes them. */
    private String url() {
        String words =
                DASHES_AT_ENDS.matcher(NO_WORD.matcher(title).replaceAll("-")).replaceAll("");
        String undashed = DASHES.matcher(id.toString()).replaceAll("");
        return site + "/p/" + (words.isEmpty() ? undashed : words + "-" + undashed);
    }
}
