package dev.keywright.bench.traffic;

import dev.keywright.bench.load.Answer;
import dev.keywright.bench.load.Conversation;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/** Exchanges another code each time. */
final class CodeExchange implements Conversation {
    private final RequestForm form;
    private final Supplier<String> codes;

    CodeExchange(Credentials credentials, String redirectUri, Supplier<String> codes) {
        this.form = RequestForm.post(
                Wire.TOKEN_PATH,
                credentials,
                "{\"grant_type\":\"authorization_code\",\"code\":\"",
                Wire.CODE_LENGTH,
                "\",\"redirect_uri\":\"" + redirectUri + "\"}");
        this.codes = codes;
    }

    @Override
    public ByteBuffer request() {
        form.fill(codes.get());
        return form.bytes();
    }

    @Override
    public boolean accept(Answer answer) {
        return answer.status() == Wire.OK && answer.contains(Wire.ACCESS_TOKEN);
    }
}
