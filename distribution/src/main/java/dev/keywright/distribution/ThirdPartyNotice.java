package dev.keywright.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says under which licence each library is shipped, from the CycloneDX list of them; run when archives are packaged. It
 * refuses a library none of whose licences is in the list of those that may be shipped. Where a library comes under several,
 * its first that is in that list is taken.
 */
final class ThirdPartyNotice {
    private static final String OUR_OWN = "dev.keywright";
    private static final String HEAD = """
            Keywright is licensed under the Apache License 2.0, see LICENSE. It is shipped with the libraries below, each with
            the licence that it is used under; their notices and texts are in their jars. sbom.cdx.json has the same list
            for programs.

            An archive with a folder "runtime" brings OpenJDK too, under the GPL-2.0 with the Classpath Exception; its
            texts are in runtime/legal.

            """;

    private final List<Library> libraries;
    private final Set<String> allowed;

    /** What is said about the libraries of a CycloneDX list, where these licences are allowed. */
    ThirdPartyNotice(JsonNode bom, Set<String> allowed) {
        this.libraries = libraries(bom);
        this.allowed = allowed;
    }

    /** Takes the CycloneDX file, the list of licences, one a line, and the file to write; exit status 1 when something is refused. */
    public static void main(String[] arguments) throws IOException {
        Set<String> allowed = Files.readAllLines(Path.of(arguments[1])).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());
        ThirdPartyNotice notice = new ThirdPartyNotice(JsonMapper.shared().readTree(Path.of(arguments[0])), allowed);
        List<String> refusals = notice.refusals();
        refusals.forEach(System.err::println);
        if (!refusals.isEmpty()) {
            System.exit(1);
        }
        Files.writeString(Path.of(arguments[2]), notice.text());
    }

    /** A sentence for each library that may not be shipped. */
    List<String> refusals() {
        return libraries.stream()
                .filter(library -> library.chosen(allowed).isEmpty())
                .map(library -> library.name() + " has no licence that is allowed, but " + library.licences()
                        + "; leave it out, or review the licence and add it to the list")
                .toList();
    }

    /** The whole notice, a line for each library; nothing may be refused. */
    String text() {
        return libraries.stream()
                .map(library -> (library.name() + ": " + library.chosen(allowed).orElseThrow() + "  " + library.place())
                        .strip())
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    /** One library, with the licences that its authors offer. */
    private record Library(String name, List<String> licences, String place) {
        Optional<String> chosen(Set<String> allowed) {
            return licences.stream().filter(allowed::contains).findFirst();
        }
    }

    private static List<Library> libraries(JsonNode bom) {
        return bom.path("components")
                .valueStream()
                .filter(component -> !component.path("group").asString().equals(OUR_OWN))
                .map(component -> new Library(
                        "%s:%s %s"
                                .formatted(
                                        component.path("group").asString(),
                                        component.path("name").asString(),
                                        component.path("version").asString()),
                        licences(component),
                        website(component)))
                .sorted(Comparator.comparing(Library::name))
                .toList();
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(entry -> entry.path("license"))
                .map(licence -> licence.path("id").asString(licence.path("name").asString("")))
                .toList();
    }

    private static String website(JsonNode component) {
        return component
                .path("externalReferences")
                .valueStream()
                .filter(reference -> reference.path("type").asString().equals("website"))
                .map(reference -> reference.path("url").asString())
                .findFirst()
                .orElse("");
    }
}
