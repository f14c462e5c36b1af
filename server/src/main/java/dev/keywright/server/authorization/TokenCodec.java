package dev.keywright.server.authorization;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Writes and reads tokens: a prefix, 11 digits, 35 characters of base62. The digits are key id (4 bits) and generation
 * (32 bits); the characters are the authorization's id (80 bits) and a MAC (128 bits of HMAC-SHA-256 over kind, key id, id
 * and generation). Nothing is stored: a pair is a function of key, id and generation, which is what makes a lost answer
 * harmless.
 */
public final class TokenCodec {
    private static final int DIGITS = 11;
    private static final int GENERATION_BITS = 32;
    private static final int MAC_LENGTH = 16;
    private static final int MACED_LENGTH = 2 + AuthorizationId.LENGTH + Integer.BYTES;
    private static final long DIGITS_LIMIT = 1L << 36;

    private final KeyRing keys;
    private final TokenPrefixes prefixes;
    private final Mac[] macs = new Mac[KeyId.LIMIT];

    /** A codec for the given keys and prefixes. */
    public TokenCodec(KeyRing keys, TokenPrefixes prefixes) {
        this.keys = keys;
        this.prefixes = prefixes;
        for (MacKey key : keys.keys()) {
            macs[key.id().value()] = initialised(key);
        }
    }

    private static Mac initialised(MacKey key) {
        try {
            Mac mac = Mac.getInstance(MacKey.ALGORITHM);
            mac.init(key.secret());
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The key that new generations are made with. */
    public KeyId signing() {
        return keys.signing();
    }

    /**
     * The pair of a row's current generation: the same one however often it is asked for. The key that the row recorded must
     * be here; it is not to be removed while a row needs it.
     */
    public TokenPair pair(AuthorizationId id, Active state) {
        KeyId keyId = state.current().keyId();
        if (keys.key(keyId).isEmpty()) {
            throw new IllegalStateException("key " + keyId + ", which a live row needs, is not among this node's keys");
        }
        return new TokenPair(
                encode(new Token(TokenKind.ACCESS, keyId, state.generation(), id)),
                encode(new Token(TokenKind.REFRESH, keyId, state.generation(), id)));
    }

    String encode(Token token) {
        byte[] payload = new byte[Base62.BYTES];
        ByteBuffer.wrap(payload).put(token.authorization().bytes()).put(mac(token), 0, MAC_LENGTH);
        String prefix = prefixes.of(token.kind());
        StringBuilder text = new StringBuilder(prefix.length() + DIGITS + Base62.CHARACTERS).append(prefix);
        String digits = Long.toString(((long) token.keyId().value() << GENERATION_BITS) | token.generation());
        text.repeat('0', DIGITS - digits.length()).append(digits);
        Base62.encode(payload, text);
        return text.toString();
    }

    /** What a presented token says; empty unless every bit of it is as this server wrote it. Touches no store. */
    public Optional<Token> decode(String presented) {
        for (TokenKind kind : TokenKind.values()) {
            String prefix = prefixes.of(kind);
            if (presented.length() == prefix.length() + DIGITS + Base62.CHARACTERS && presented.startsWith(prefix)) {
                return decode(kind, presented.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    private Optional<Token> decode(TokenKind kind, String text) {
        long digits = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            digits = digits * 10 + digit;
        }
        Optional<byte[]> payload = Base62.decode(text.substring(DIGITS));
        if (digits >= DIGITS_LIMIT || payload.isEmpty()) {
            return Optional.empty();
        }
        Token token = new Token(
                kind,
                new KeyId((int) (digits >>> GENERATION_BITS)),
                digits & 0xFFFFFFFFL,
                AuthorizationId.of(Arrays.copyOf(payload.get(), AuthorizationId.LENGTH)));
        return keys.key(token.keyId()).isPresent() && genuine(token, payload.get())
                ? Optional.of(token)
                : Optional.empty();
    }

    private boolean genuine(Token token, byte[] payload) {
        byte[] presented = Arrays.copyOfRange(payload, AuthorizationId.LENGTH, Base62.BYTES);
        return MessageDigest.isEqual(presented, Arrays.copyOf(mac(token), MAC_LENGTH));
    }

    private byte[] mac(Token token) {
        byte[] maced = new byte[MACED_LENGTH];
        ByteBuffer.wrap(maced)
                .put(token.kind().domain())
                .put((byte) token.keyId().value())
                .put(token.authorization().bytes())
                .putInt((int) token.generation());
        try {
            return ((Mac) macs[token.keyId().value()].clone()).doFinal(maced);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HmacSHA256 can be cloned", e);
        }
    }
}
