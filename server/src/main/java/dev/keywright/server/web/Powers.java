package dev.keywright.server.web;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import java.util.ArrayList;
import java.util.List;

/** Capabilities in plain sentences: what a connection will be able to do, and what not. */
public record Powers(List<String> can, List<String> cannot) {
    public Powers {
        can = List.copyOf(can);
        cannot = List.copyOf(cannot);
    }

    /** The sentences of these capabilities. */
    public static Powers of(Capabilities capabilities) {
        List<String> can = new ArrayList<>();
        List<String> cannot = new ArrayList<>();
        for (Capability capability : Capability.values()) {
            (capabilities.granted().contains(capability) ? can : cannot).add(sentence(capability));
        }
        switch (capabilities.people()) {
            case WITH_EMAIL -> can.add("See who is in the workspace, with email addresses");
            case WITHOUT_EMAIL -> {
                can.add("See who is in the workspace");
                cannot.add("See email addresses");
            }
            case NONE -> cannot.add("See who is in the workspace");
        }
        cannot.add("See pages that you do not share");
        return new Powers(can, cannot);
    }

    private static String sentence(Capability capability) {
        return switch (capability) {
            case READ_CONTENT -> "Read the pages you share";
            case INSERT_CONTENT -> "Add pages and content to them";
            case UPDATE_CONTENT -> "Change what is on them";
            case READ_COMMENTS -> "Read comments on them";
            case INSERT_COMMENTS -> "Write comments on them";
        };
    }
}
