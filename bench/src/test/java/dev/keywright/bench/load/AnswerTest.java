package dev.keywright.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.bench.load.Answer.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final String WHOLE =
            "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 14\r\nX: y\r\n\r\n{\"token\":\"ab\"}";

    private final Answer answer = new Answer();

    @Test
    void wholeAnswerIsComplete() {
        assertThat(read(WHOLE)).isEqualTo(Progress.COMPLETE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.size()).isEqualTo(WHOLE.length());
    }

    @Test
    void everyBeginningIsIncomplete() {
        for (int length = 0; length < WHOLE.length(); length++) {
            assertThat(read(WHOLE.substring(0, length))).as("%s bytes", length).isEqualTo(Progress.INCOMPLETE);
        }
    }

    @Test
    void bytesBeyondTheReceivedOnesAreNotLookedAt() {
        byte[] buffer = WHOLE.getBytes(US_ASCII);
        assertThat(answer.read(buffer, WHOLE.indexOf("\r\n\r\n") + 3)).isEqualTo(Progress.INCOMPLETE);
    }

    @Test
    void statusIsReadWhateverItIs() {
        assertThat(read("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")).isEqualTo(Progress.COMPLETE);
        assertThat(answer.status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-length: 0", "CONTENT-LENGTH:0", "Content-Length:   0"})
    void headerNamesMayBeWrittenAnyWay(String header) {
        assertThat(read("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n")).isEqualTo(Progress.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\n1",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n12",
            })
    void whatNoBenchmarkedServerSendsIsMalformed(String text) {
        assertThat(read(text)).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void textIsFoundInTheBodyOnly() {
        read(WHOLE);
        assertThat(answer.contains("\"token\"".getBytes(US_ASCII))).isTrue();
        assertThat(answer.contains("today".getBytes(US_ASCII))).isFalse();
        assertThat(answer.contains("ab\"}!".getBytes(US_ASCII))).isFalse();
    }

    @Test
    void valueIsCopiedFromBehindItsName() {
        read(WHOLE);
        byte[] into = "....".getBytes(US_ASCII);
        assertThat(answer.copyAfter("\"token\":\"".getBytes(US_ASCII), into, 1, 2))
                .isTrue();
        assertThat(into).asString(US_ASCII).isEqualTo(".ab.");
    }

    @Test
    void valueThatIsTooShortIsNotCopied() {
        read(WHOLE);
        byte[] into = new byte[50];
        assertThat(answer.copyAfter("\"token\":\"".getBytes(US_ASCII), into, 0, 50))
                .isFalse();
        assertThat(into).containsOnly(0);
    }

    private Progress read(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        return answer.read(bytes, bytes.length);
    }
}
