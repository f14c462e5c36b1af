package dev.keywright.distribution.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A reader who follows a link arrives. */
class DocumentLinksTest {
    @Test
    void everyLinkWithinTheProjectLeadsToAFileAndToAHeadingInIt() throws Exception {
        List<Document> documents = Document.all();
        Map<Path, Document> byPath = documents.stream()
                .collect(Collectors.toMap(document -> Document.ROOT.resolve(document.path()), Function.identity()));
        List<String> broken = new ArrayList<>();

        for (Document document : documents) {
            for (Document.Link link : document.links()) {
                if (!link.target().matches("[a-z]+:.*") && !leads(document, link.target(), byPath)) {
                    broken.add(link.place() + " " + link.target());
                }
            }
        }

        assertThat(documents).hasSizeGreaterThan(30);
        assertThat(broken).isEmpty();
    }

    private static boolean leads(Document from, String target, Map<Path, Document> byPath) {
        String file = target.replaceFirst("#.*", "");
        String anchor = target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
        Path here = Document.ROOT.resolve(from.path());
        Path there = file.isEmpty() ? here : here.resolveSibling(file).normalize();
        if (!Files.exists(there) || !there.startsWith(Document.ROOT)) {
            return false;
        }
        return anchor.isEmpty()
                || (byPath.containsKey(there)
                        && byPath.getOrDefault(there, from).anchors().contains(anchor));
    }

    @Test
    void everyGuideIsListedInTheIndex() throws Exception {
        List<Document> documents = Document.all();
        Document index = documents.stream()
                .filter(document -> document.path().equals("docs/README.md"))
                .findFirst()
                .orElseThrow();
        List<String> listed = index.links().stream().map(Document.Link::target).toList();

        assertThat(documents)
                .extracting(Document::path)
                .filteredOn(path -> path.startsWith("docs/") && !path.equals(index.path()))
                .filteredOn(path -> !path.startsWith("docs/decisions/"))
                .allSatisfy(path -> assertThat(listed)
                        .anyMatch(link -> path.equals("docs/" + link) || path.equals("docs/" + link + "/README.md")));
        assertThat(listed).contains("decisions");
    }
}
