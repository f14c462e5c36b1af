package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.CAPABILITIES;
import static dev.keywright.server.authorization.Example.COPY;
import static dev.keywright.server.authorization.Example.KEY;
import static dev.keywright.server.authorization.Example.NOON;
import static dev.keywright.server.authorization.Example.OWNER;
import static dev.keywright.server.authorization.Example.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.authorization.Redeem.PkceFault;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must come back with a code as it was at the authorization request: the redirect URI and PKCE's proof. */
class RedeemProofTest {
    private static final String URI = "https://app.example/cb?a=%2F";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final CodeChallenge CHALLENGE = new CodeChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

    @Test
    void theRedirectUriOfTheAuthorizationRequestIsGood() {
        assertThat(redeem(Optional.of(URI), Optional.empty()).decide(sent(URI)).outcome())
                .isInstanceOf(Redeem.Redeemed.class);
    }

    /** D4, DIALECT.md section 14 row 5: missing though it was sent at authorize. */
    @Test
    void aMissingRedirectUriIsTold() {
        Authorization row = sent(URI);

        assertThat(redeem(Optional.empty(), Optional.empty()).decide(row))
                .isEqualTo(Verdict.unchanged(new Redeem.RedirectUriMissing(row, URI)));
    }

    /** DIALECT.md section 14 rows 3 and 4: left to the only registered one at authorize, it has no place here. */
    @Test
    void aRedirectUriThatWasNotSentAtAuthorizeIsNotAllowed() {
        Authorization row = Example.pending();

        assertThat(redeem(Optional.of(URI), Optional.empty()).decide(row))
                .isEqualTo(Verdict.unchanged(new Redeem.RedirectUriNotAllowed(row, URI)));
    }

    /** D4: the comparison is of strings; what a URI means is not asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/cb?a=%2f",
                "https://app.example/cb?a=/",
                "https://APP.example/cb?a=%2F",
                "https://app.example/CB?a=%2F",
                "https://app.example/cb/?a=%2F",
                "https://app.example:443/cb?a=%2F",
                "https://app.example/cb?a=%2F&b",
                "https://app.example/cb?a=%2F#",
                "https://app.example/x/../cb?a=%2F",
                " https://app.example/cb?a=%2F",
                "https://evil.example/cb?a=%2F"
            })
    void aRedirectUriThatIsNotTheSameStringDiffers(String here) {
        Authorization row = sent(URI);

        assertThat(redeem(Optional.of(here), Optional.empty()).decide(row))
                .isEqualTo(Verdict.unchanged(new Redeem.RedirectUriDiffers(row, URI, here)));
    }

    @Test
    void theVerifierOfTheChallengeIsGood() {
        assertThat(redeem(Optional.empty(), Optional.of(VERIFIER))
                        .decide(challenged())
                        .outcome())
                .isInstanceOf(Redeem.Redeemed.class);
    }

    /** D6: missing. */
    @Test
    void aChallengeWithoutAVerifierIsRefused() {
        assertRefused(challenged(), Optional.empty(), PkceFault.VERIFIER_MISSING);
    }

    /** D6: present although no challenge was sent, as after a downgrade (RFC 9700 §4.8.2). */
    @Test
    void aVerifierWithoutAChallengeIsRefused() {
        assertRefused(Example.pending(), Optional.of(VERIFIER), PkceFault.VERIFIER_WITHOUT_CHALLENGE);
    }

    /** D6: wrong, too short, too long, the challenge itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjX",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk=",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                ""
            })
    void aWrongVerifierIsRefused(String verifier) {
        assertRefused(challenged(), Optional.of(verifier), PkceFault.VERIFIER_WRONG);
    }

    @Test
    void theRedirectUriIsCheckedBeforePkce() {
        Authorization row = Example.pending(consent(Optional.of(URI), Optional.of(CHALLENGE)));

        assertThat(redeem(Optional.empty(), Optional.empty()).decide(row).outcome())
                .isInstanceOf(Redeem.RedirectUriMissing.class);
    }

    @Test
    void theAgeIsCheckedBeforeTheRedirectUri() {
        assertThat(redeem(Optional.empty(), Optional.empty(), NOON.plusSeconds(600))
                        .decide(sent(URI))
                        .outcome())
                .isInstanceOf(Redeem.CodeExpired.class);
    }

    /** DIALECT.md section 14 row 6: a failed exchange does not use the code up. */
    @Test
    void aCodeIsGoodAfterEveryRefusal() {
        Authorization row = Example.pending(consent(Optional.of(URI), Optional.of(CHALLENGE)));

        assertThat(redeem(Optional.empty(), Optional.of(VERIFIER)).decide(row).next())
                .isEmpty();
        assertThat(redeem(Optional.of(URI), Optional.empty()).decide(row).next())
                .isEmpty();
        assertThat(redeem(Optional.of(URI), Optional.of(VERIFIER)).decide(row).outcome())
                .isInstanceOf(Redeem.Redeemed.class);
    }

    private static void assertRefused(Authorization row, Optional<String> verifier, PkceFault fault) {
        assertThat(redeem(Optional.empty(), verifier).decide(row))
                .isEqualTo(Verdict.unchanged(new Redeem.PkceFailed(row, fault)));
    }

    private static Authorization sent(String redirectUri) {
        return Example.pending(consent(Optional.of(redirectUri), Optional.empty()));
    }

    private static Authorization challenged() {
        return Example.pending(consent(Optional.empty(), Optional.of(CHALLENGE)));
    }

    private static Consent consent(Optional<String> redirectUri, Optional<CodeChallenge> challenge) {
        return new Consent(CAPABILITIES, Set.of(PAGE), Optional.empty(), redirectUri, challenge);
    }

    private static Redeem redeem(Optional<String> redirectUri, Optional<String> verifier) {
        return redeem(redirectUri, verifier, NOON);
    }

    private static Redeem redeem(Optional<String> redirectUri, Optional<String> verifier, Instant now) {
        return new Redeem(OWNER, redirectUri, verifier, Optional.empty(), COPY, KEY, AuthorizationPolicy.DEFAULT, now);
    }
}
