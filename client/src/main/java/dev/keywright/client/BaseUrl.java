package dev.keywright.client;

import java.net.URI;

/** Where a server's paths begin: scheme, host, port, and a path before {@code /v1} when a proxy adds one. */
record BaseUrl(String value) {
    static final BaseUrl NOTION = new BaseUrl("https://api.notion.com");

    static BaseUrl of(URI url) {
        boolean http = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getHost().isEmpty()) {
            throw new IllegalArgumentException("the base URL should be an absolute http or https URL");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URL should have no user, query or fragment");
        }
        return new BaseUrl(url.toString().replaceFirst("/+$", ""));
    }

    URI resolve(String path) {
        return URI.create(value + path);
    }
}
