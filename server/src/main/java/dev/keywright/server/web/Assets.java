package dev.keywright.server.web;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ApiErrorCode;
import dev.keywright.protocol.Sha256;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;
import dev.keywright.server.packaged.PackagedFile;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code GET /assets/{file}}: stylesheet, scripts and pictures of all pages, from the folder {@code assets} beside this
 * class. Pages name each with the hash of what is in it, so that a browser may keep it for good.
 */
public final class Assets implements Endpoint {
    /** Where they are. */
    public static final String PATH = "/assets/{file}";

    /** All there are. A new file is added here. */
    private static final List<String> FILES = List.of(
            "keywright.css",
            "keywright.svg",
            "copy.js",
            "one-time-link.js",
            "picker.js",
            "emulator.css",
            "emulator.js",
            "emulator-controls.js",
            "emulator-elements.js",
            "emulator-entry.js",
            "emulator-requests.js");

    private static final int HASH_LENGTH = 12;

    private record Asset(byte[] content, String hash) {}

    private final Map<String, Asset> assets;

    /** Reads them all. */
    public Assets() {
        assets = FILES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Assets::read));
    }

    /** The path under which a page names a file; throws when there is none of this name. */
    public String url(String file) {
        Asset asset = Optional.ofNullable(assets.get(file))
                .orElseThrow(() -> new IllegalArgumentException("there is no asset " + file));
        return PATH.replace("{file}", file) + "?v=" + asset.hash();
    }

    @Override
    public Answer answer(Request request) {
        return Optional.ofNullable(assets.get(request.captured("file")))
                .map(asset -> answer(request, asset))
                .orElseGet(() -> Answer.refused(
                        request,
                        new ApiError(404, ApiErrorCode.INVALID_REQUEST_URL, "Invalid request URL."),
                        "there is no such file"));
    }

    private static Answer answer(Request request, Asset asset) {
        boolean asItIs = request.query().equals("v=" + asset.hash());
        return new Answer(
                200,
                Optional.of(contentType(request.captured("file"))),
                asset.content(),
                List.of(new Answer.Header(
                        "Cache-Control", asItIs ? "public, max-age=31536000, immutable" : "no-cache")));
    }

    private static String contentType(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalStateException(file + " is of no known type");
        };
    }

    private static Asset read(String file) {
        byte[] content = PackagedFile.bytes(Assets.class, "assets/" + file);
        byte[] digest = Sha256.digest(content);
        return new Asset(content, HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_LENGTH / 2)));
    }
}
