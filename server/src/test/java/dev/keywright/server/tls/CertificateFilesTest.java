package dev.keywright.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of a certificate may hold, and what is said of those that cannot be used. */
class CertificateFilesTest {
    private static TestCertificate rsa;
    private static TestCertificate ec;
    private static TestCertificate expired;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make(@TempDir Path made) {
        rsa = TestCertificate.make(made, "RSA");
        ec = TestCertificate.make(made, "EC");
        expired = TestCertificate.make(made, "Ed25519", "-startdate", "-10d", "-validity", "5");
    }

    private void assertRefused(CertificateFiles files, String... words) {
        assertThatExceptionOfType(UnusableCertificateException.class)
                .isThrownBy(files::read)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(words).doesNotContain("\n"));
    }

    @Test
    void everyUsualKindOfKeyIsReadInEveryUsualFormat() throws Exception {
        for (TestCertificate made : List.of(rsa, ec)) {
            assertThat(made.write(folder).read().key()).isEqualTo(made.key());
            assertThat(TestCertificate.write(folder, made.chainPem(), made.olderKeyPem())
                            .read()
                            .key())
                    .isEqualTo(made.key());
        }
        assertThat(expired.write(folder).read().key()).isEqualTo(expired.key());
    }

    @Test
    void oneFileMayHoldAllAndWordsBetween() throws Exception {
        String all = "Bag Attributes\n" + ec.keyPem() + "issuer=CN\n" + ec.chainPem() + rsa.chainPem();
        Path file = Files.writeString(folder.resolve("all.pem"), all);

        assertThat(new CertificateFiles(file, file).read().chain())
                .containsExactly(ec.certificate(), rsa.certificate());
    }

    @Test
    void aMissingFileIsNamed() {
        CertificateFiles files = ec.write(folder);

        assertRefused(
                new CertificateFiles(folder.resolve("no.pem"), files.privateKey()), "no.pem", "there is no such file");
        assertRefused(
                new CertificateFiles(files.certificate(), folder.resolve("no.key")), "no.key", "there is no such file");
    }

    @Test
    void aFileThatIsNoPemIsRefused() {
        assertRefused(TestCertificate.write(folder, "hello", ec.keyPem()), "there is no certificate in", "chain.pem");
        assertRefused(TestCertificate.write(folder, ec.chainPem(), "hello"), "there is no private key in", "key.pem");
        assertRefused(TestCertificate.write(folder, ec.keyPem(), ec.keyPem()), "there is no certificate in");
        assertRefused(TestCertificate.write(folder, "", ""), "there is no certificate in");
    }

    @Test
    void aDamagedFileIsRefused() {
        String half = ec.chainPem().replaceFirst("(?s)\n.{100}", "\n");
        assertRefused(TestCertificate.write(folder, half, ec.keyPem()), "certificate 1", "is damaged");
        assertRefused(
                TestCertificate.write(folder, ec.chainPem(), ec.keyPem().replaceFirst("\n..", "\n=")), "is damaged");
        assertRefused(
                TestCertificate.write(folder, ec.chainPem().substring(0, 200), ec.keyPem()),
                "there is no certificate in");
    }

    @Test
    void anotherKeyIsRefused(@TempDir Path made) {
        assertRefused(TestCertificate.write(folder, ec.chainPem(), rsa.keyPem()), "does not belong");
        assertRefused(TestCertificate.write(folder, rsa.chainPem(), ec.olderKeyPem()), "does not belong");
        assertRefused(
                TestCertificate.write(
                        folder, ec.chainPem(), TestCertificate.make(made, "EC").keyPem()),
                "does not belong to the first certificate");
    }

    @Test
    void anEncryptedKeyIsRefusedWithWhatToDo() {
        String pkcs8 = ec.keyPem().replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
        String older = rsa.olderKeyPem()
                .replaceFirst("KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n");

        assertRefused(TestCertificate.write(folder, ec.chainPem(), pkcs8), "is encrypted", "openssl pkey");
        assertRefused(TestCertificate.write(folder, rsa.chainPem(), older), "is encrypted", "openssl pkey");
    }

    @Test
    void anotherKindOfKeyIsRefused(@TempDir Path made) {
        assertRefused(TestCertificate.make(made, "DSA").write(folder), "DSA", "RSA, EC or Ed25519");
    }

    @Test
    void whatIsOutOfDateOrOpenToAllIsUsedWithAWarning() throws Exception {
        CertificateFiles files = expired.write(folder);
        Instant until = expired.certificate().getNotAfter().toInstant();

        assertThat(files.warnings(files.read(), until.plusSeconds(1)))
                .singleElement()
                .asString()
                .contains("has expired on " + until);
        assertThat(files.warnings(files.read(), until)).isEmpty();
        assertThat(files.warnings(files.read(), Instant.EPOCH))
                .singleElement()
                .asString()
                .contains("is not valid before");
        Files.setPosixFilePermissions(files.privateKey(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(files.warnings(files.read(), until))
                .singleElement()
                .asString()
                .contains("can be read by every user", "chmod o=");
    }
}
