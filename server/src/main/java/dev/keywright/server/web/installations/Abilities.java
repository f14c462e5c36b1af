package dev.keywright.server.web.installations;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import java.util.ArrayList;
import java.util.List;

/** Capabilities in plain sentences. */
final class Abilities {
    private Abilities() {}

    static List<String> of(Capabilities capabilities) {
        List<String> sentences = new ArrayList<>();
        for (Capability capability : Capability.values()) {
            if (capabilities.granted().contains(capability)) {
                sentences.add(sentence(capability));
            }
        }
        switch (capabilities.people()) {
            case NONE -> {}
            case WITHOUT_EMAIL -> sentences.add("See the names and pictures of people");
            case WITH_EMAIL -> sentences.add("See the names, pictures and email addresses of people");
        }
        return sentences;
    }

    private static String sentence(Capability capability) {
        return switch (capability) {
            case READ_CONTENT -> "Read the pages that you share with it";
            case INSERT_CONTENT -> "Add content to them";
            case UPDATE_CONTENT -> "Change what is in them";
            case READ_COMMENTS -> "Read comments on them";
            case INSERT_COMMENTS -> "Comment on them";
        };
    }
}
