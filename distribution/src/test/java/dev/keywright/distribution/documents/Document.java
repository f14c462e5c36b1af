package dev.keywright.distribution.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document of the project, in Markdown.
 *
 * @param path from the root of the project
 */
record Document(String path, List<String> lines) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "src", "failures", "runtime");
    private static final Pattern FENCE = Pattern.compile("^(\\s*)```.*$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *$");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");

    /** All of them. */
    static List<Document> all() throws IOException {
        List<Document> documents = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".md")) {
                    documents.add(new Document(ROOT.relativize(file).toString(), Files.readAllLines(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return documents;
    }

    /** Its fenced blocks, in order. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        int fence = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!FENCE.matcher(lines.get(i)).matches()) {
                inside.add(lines.get(i));
            } else if (fence == 0) {
                fence = i + 1;
                inside.clear();
            } else {
                blocks.add(new Block(path, fence, String.join("\n", inside).stripIndent() + "\n"));
                fence = 0;
            }
        }
        return blocks;
    }

    private List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            boolean fence = FENCE.matcher(line).matches();
            inside ^= fence;
            prose.add(inside || fence ? "" : line);
        }
        return prose;
    }

    /** Where its links lead, each with its line. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        List<String> prose = prose();
        for (int i = 0; i < prose.size(); i++) {
            Matcher link = LINK.matcher(prose.get(i));
            while (link.find()) {
                links.add(new Link(path + ":" + (i + 1), link.group(1)));
            }
        }
        return links;
    }

    /** A link, and where it stands. */
    record Link(String place, String target) {}

    /** What a link may name in it: its headings as a forge writes them, a repeated one with a number. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        for (String line : prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String words = heading.group(1)
                        .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                int before = counts.merge(words, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? words : words + "-" + before);
            }
        }
        return anchors;
    }
}
