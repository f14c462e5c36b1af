package dev.keywright.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What becomes of a file under somebody who moves it, empties it, or fills its disk. */
class RotatedFileTest {
    @TempDir
    Path folder;

    private static void write(RotatedFile file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.write(bytes, 0, bytes.length);
    }

    @Test
    void aFileThatIsNotThereIsMadeForItsOwnerAlone() throws Exception {
        Path path = folder.resolve("lines");

        RotatedFile.open("audit_log", path).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatWasThereStays() throws Exception {
        Path path = Files.writeString(folder.resolve("lines"), "before\n");

        try (RotatedFile file = RotatedFile.open("audit_log", path)) {
            write(file, "after\n");
        }

        assertThat(path).hasContent("before\nafter\n");
    }

    @Test
    void afterItWasMovedAwayAnotherIsMade() throws Exception {
        Path path = folder.resolve("lines");
        try (RotatedFile file = RotatedFile.open("audit_log", path)) {
            write(file, "first\n");
            Files.move(path, folder.resolve("lines.1"));
            write(file, "second\n");
        }

        assertThat(folder.resolve("lines.1")).hasContent("first\n");
        assertThat(path).hasContent("second\n");
    }

    @Test
    void afterItWasMovedAndReplacedTheOneInItsPlaceIsWritten() throws Exception {
        Path path = folder.resolve("lines");
        try (RotatedFile file = RotatedFile.open("audit_log", path)) {
            write(file, "first\n");
            Files.move(path, folder.resolve("lines.1"));
            Files.createFile(path);
            write(file, "second\n");
        }

        assertThat(path).hasContent("second\n");
    }

    @Test
    void afterItWasEmptiedInItsPlaceItIsWrittenFromItsBeginning() throws Exception {
        Path path = folder.resolve("lines");
        try (RotatedFile file = RotatedFile.open("audit_log", path)) {
            write(file, "first\n");
            Files.write(path, new byte[0]);
            write(file, "second\n");
        }

        assertThat(path).hasContent("second\n");
    }

    @Test
    void whileItCannotBeWrittenLinesAreLostAndBothEndsOfThatAreLoggedOnce() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path path = inner.resolve("lines");
        ListAppender<ILoggingEvent> log = listening();
        try (RotatedFile file = RotatedFile.open("audit_log", path)) {
            write(file, "kept\n");
            Files.move(inner, folder.resolve("elsewhere"));
            write(file, "lost\nlost\n");
            write(file, "lost\n");
            Files.createDirectory(inner);
            write(file, "kept again\n");
        }

        assertThat(path).hasContent("kept again\n");
        assertThat(said(log, path))
                .containsExactly(
                        "audit_log " + path
                                + " cannot be written: its folder is not there; lines are lost until it can",
                        "audit_log " + path + " is written again; 3 lines are missing from it");
    }

    @Test
    void aFullDiskIsSaidAsTheSystemSaysIt() throws Exception {
        Path full = Path.of("/dev/full");
        ListAppender<ILoggingEvent> log = listening();
        try (RotatedFile file = RotatedFile.open("audit_log", full)) {
            write(file, "lost\n");
        }

        assertThat(said(log, full)).singleElement().asString().contains("No space left on device");
    }

    @Test
    void whatCannotBeOpenedIsRefusedInOneSentence() {
        Path missing = folder.resolve("missing").resolve("lines");

        assertThatThrownBy(() -> RotatedFile.open("audit_log", missing))
                .isInstanceOf(IOException.class)
                .hasMessage("audit_log " + missing
                        + " cannot be written: its folder is not there; put that right, or name another file");
        assertThatThrownBy(() -> RotatedFile.open("audit_log", folder)).hasMessageContaining("Is a directory");
    }

    private static ListAppender<ILoggingEvent> listening() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        while (!(LoggerFactory.getLogger(RotatedFile.class) instanceof Logger)) {
            Thread.onSpinWait();
        }
        ((Logger) LoggerFactory.getLogger(RotatedFile.class)).addAppender(log);
        return log;
    }

    private static List<String> said(ListAppender<ILoggingEvent> log, Path path) {
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains(" " + path + " "))
                .toList();
    }
}
