package dev.keywright.server.tls;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468 §2); what stands between blocks is passed over.
 *
 * @param text what is between its two lines, headers of older formats included
 */
record PemBlock(String label, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    static List<PemBlock> in(String file) {
        return BLOCK.matcher(file)
                .results()
                .map(block -> new PemBlock(block.group(1), block.group(2)))
                .toList();
    }

    /** Its bytes; throws IllegalArgumentException when the text is not base64. */
    byte[] bytes() {
        return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    }

    /** Shows no content: it may be a private key. */
    @Override
    public String toString() {
        return label;
    }
}
