package dev.keywright.bench.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import dev.keywright.protocol.ClientId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardTrafficTest {
    private static final Credentials CREDENTIALS = new Credentials(new ClientId(new UUID(1, 1)), "secret");

    @TempDir
    private Path folder;

    @Test
    void chainGoesOnWithTheRefreshTokenOfTheAnswerBefore() throws IOException {
        Conversation chain = traffic("a0 refresh-0").refreshChains("/token").on(0, 1);
        assertThat(request(chain))
                .startsWith("POST /token ")
                .endsWith("grant_type=refresh_token&refresh_token=refresh-0");
        assertThat(chain.accept(answer("200", "{\"access_token\":\"a1\",\"refresh_token\":\"refresh-1\"}")))
                .isTrue();
        assertThat(request(chain)).endsWith("&refresh_token=refresh-1");
    }

    @Test
    void refusalIsWrongAndChangesNothing() throws IOException {
        Conversation chain = traffic("a0 refresh-0").refreshChains("/token").on(0, 1);
        assertThat(chain.accept(answer("400", "{\"error\":\"invalid_grant\"}"))).isFalse();
        assertThat(request(chain)).endsWith("&refresh_token=refresh-0");
    }

    @Test
    void accessTokenOfTheLastRefreshIsIntrospected() throws IOException {
        StandardTraffic traffic = traffic("a0 r0");
        traffic.refreshChains("/token")
                .on(0, 1)
                .accept(answer("200", "{\"access_token\":\"a1\",\"refresh_token\":\"r1\"}"));
        Conversation introspection = traffic.introspections("/introspect").on(0, 1);
        assertThat(request(introspection)).startsWith("POST /introspect ").endsWith("&token=a1");
    }

    @Test
    void tokenThatIsNotActiveIsAWrongAnswer() throws IOException {
        Conversation introspection =
                traffic("a0 r0").introspections("/introspect").on(0, 1);
        assertThat(introspection.accept(answer("200", "{\"active\":false}"))).isFalse();
        assertThat(introspection.accept(answer("200", "{\"active\":true,\"sub\":\"x\"}")))
                .isTrue();
    }

    @Test
    void bodyIsAsLongAsIsAnnounced() throws IOException {
        String request = request(traffic("a0 r0").introspections("/introspect").on(0, 1));
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        assertThat(request).contains("\r\nContent-Length: " + body.length() + "\r\n");
    }

    @Test
    void fileWithoutTokensOrWithAnotherLineIsRefused() {
        assertThatIOException().isThrownBy(() -> IssuedTokens.read(Files.write(folder.resolve("none"), List.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> traffic("only-one"));
    }

    private StandardTraffic traffic(String line) throws IOException {
        return new StandardTraffic(
                CREDENTIALS, IssuedTokens.read(Files.write(folder.resolve("tokens"), List.of(line))));
    }

    private static String request(Conversation conversation) {
        ByteBuffer request = conversation.request();
        return US_ASCII.decode(request).toString();
    }

    private static Answer answer(String status, String body) {
        byte[] bytes = ("HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
        Answer answer = new Answer();
        assertThat(answer.read(bytes, bytes.length)).isEqualTo(Answer.Progress.COMPLETE);
        return answer;
    }
}
