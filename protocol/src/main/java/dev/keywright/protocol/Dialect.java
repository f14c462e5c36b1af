package dev.keywright.protocol;

import java.util.Optional;

/**
 * What differs between the two ways the server can speak, as a policy: code asks for the rule by its name and never for
 * the dialect.
 */
public enum Dialect {
    /** Exact to Notion: an app that passes here passes there. */
    NOTION(false, false, false, false, false, false, false, true, Optional.of("https://app.notion.com")),
    /** Adds what the RFCs offer and Notion lacks. */
    STANDARD(true, true, true, true, true, true, true, false, Optional.empty());

    private final boolean describesErrors;
    private final boolean acceptsCredentialsInBody;
    private final boolean loopbackPortMayVary;
    private final boolean issuerInRedirect;
    private final boolean publishesMetadata;
    private final boolean detailedIntrospection;
    private final boolean challengesBearers;
    private final boolean oneAnswerForUnknownUrls;
    private final Optional<String> siteOfPages;

    Dialect(
            boolean describesErrors,
            boolean acceptsCredentialsInBody,
            boolean loopbackPortMayVary,
            boolean issuerInRedirect,
            boolean publishesMetadata,
            boolean detailedIntrospection,
            boolean challengesBearers,
            boolean oneAnswerForUnknownUrls,
            Optional<String> siteOfPages) {
        this.describesErrors = describesErrors;
        this.acceptsCredentialsInBody = acceptsCredentialsInBody;
        this.loopbackPortMayVary = loopbackPortMayVary;
        this.issuerInRedirect = issuerInRedirect;
        this.publishesMetadata = publishesMetadata;
        this.detailedIntrospection = detailedIntrospection;
        this.challengesBearers = challengesBearers;
        this.oneAnswerForUnknownUrls = oneAnswerForUnknownUrls;
        this.siteOfPages = siteOfPages;
    }

    /** Whether OAuth errors carry {@code error_description} (RFC 6749 §5.2). */
    public boolean describesErrors() {
        return describesErrors;
    }

    /** Whether {@code client_secret_post} is a way to authenticate (RFC 6749 §2.3.1). */
    public boolean acceptsCredentialsInBody() {
        return acceptsCredentialsInBody;
    }

    /** Whether the port of a loopback IP redirect URI may differ from the registered one (RFC 8252 §7.3). */
    public boolean loopbackPortMayVary() {
        return loopbackPortMayVary;
    }

    /**
     * Whether an authorization response follows RFC 9207: {@code iss} is added, {@code state} is left out when none was
     * sent, and an unknown {@code response_mode} is refused. Otherwise it is as Notion's: {@code state=} is always there.
     */
    public boolean issuerInRedirect() {
        return issuerInRedirect;
    }

    /** Whether authorization server metadata is served (RFC 8414). */
    public boolean publishesMetadata() {
        return publishesMetadata;
    }

    /** Whether introspection answers seconds and the members of RFC 7662 §2.2, not Notion's milliseconds alone. */
    public boolean detailedIntrospection() {
        return detailedIntrospection;
    }

    /** Whether a refused bearer token is answered with {@code WWW-Authenticate} (RFC 6750 §3). */
    public boolean challengesBearers() {
        return challengesBearers;
    }

    /** Whether an unknown path and a wrong method are both 400 {@code invalid_request_url}, not 404 and 405. */
    public boolean oneAnswerForUnknownUrls() {
        return oneAnswerForUnknownUrls;
    }

    /** Where the URL of a page leads: to Notion, or to the server's own {@code publicUrl}. */
    public String siteOfPages(String publicUrl) {
        return siteOfPages.orElse(publicUrl);
    }
}
