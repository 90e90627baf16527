package org.relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.startup.WrongSetting;
import org.relais.testing.Certificates;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class TlsCheckTest {

    private static final String CERTIFICATE = "server.ssl.certificate";
    private static final String KEY = "server.ssl.certificate-private-key";

    @TempDir
    private static Path folder;

    private static Certificates own;
    private static Certificates other;

    @BeforeAll
    static void make() throws Exception {
        own = Certificates.make(folder, "own");
        other = Certificates.make(folder, "other");
    }

    @Test
    void pairIsTaken() {
        assertThatCode(() -> check(CERTIFICATE, own.certificate(), KEY, own.key()))
                .doesNotThrowAnyException();
    }

    @Test
    void withoutTlsNothingIsLookedAt() {
        assertThatCode(() -> check()).doesNotThrowAnyException();
        assertThatCode(() -> check("server.ssl.enabled", false, CERTIFICATE, "none.crt"))
                .doesNotThrowAnyException();
    }

    @Test
    void fileThatIsNotThereIsTold() {
        wrong(
                "Setting server.ssl.certificate=none.crt is wrong: must be a file",
                CERTIFICATE,
                "none.crt",
                KEY,
                own.key());
        wrong(
                "Setting server.ssl.certificate-private-key=none.key is wrong: must be a file",
                CERTIFICATE,
                own.certificate(),
                KEY,
                "none.key");
        wrong("Setting server.ssl.certificate-private-key= is wrong: must be a file", CERTIFICATE, own.certificate());
    }

    @Test
    void fileThatHoldsSomethingElseIsTold() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "not a certificate");

        wrong("Setting server.ssl.certificate=" + text, CERTIFICATE, text, KEY, own.key());
        wrong(
                "Setting server.ssl.certificate-private-key=" + own.certificate(),
                CERTIFICATE,
                own.certificate(),
                KEY,
                own.certificate());
    }

    @Test
    void keyOfAnotherCertificateIsTold() {
        wrong(
                "must be the key of the certificate in server.ssl.certificate",
                CERTIFICATE,
                own.certificate(),
                KEY,
                other.key());
    }

    @Test
    void keyInTheSettingItselfIsNotTold() throws Exception {
        String key = Files.readString(other.key());

        assertThatThrownBy(() -> check(CERTIFICATE, own.certificate(), KEY, key))
                .isInstanceOf(WrongSetting.class)
                .message()
                .contains("(hidden)")
                .doesNotContain(key.lines().toList().get(1));
    }

    @Test
    void bundleIsLookedAtToo() {
        String keys = "spring.ssl.bundle.pem.site.keystore.";

        assertThatCode(() -> check(
                        "server.ssl.bundle",
                        "site",
                        keys + "certificate",
                        own.certificate(),
                        keys + "private-key",
                        own.key()))
                .doesNotThrowAnyException();
        wrong("Setting server.ssl.bundle=none is wrong: must be the name of a bundle", "server.ssl.bundle", "none");
        wrong(
                "Setting " + keys + "private-key=none.key is wrong",
                "server.ssl.bundle",
                "site",
                keys + "certificate",
                own.certificate(),
                keys + "private-key",
                "none.key");
    }

    private static void wrong(String line, Object... settings) {
        assertThatThrownBy(() -> check(settings))
                .isInstanceOf(WrongSetting.class)
                .message()
                .contains(line);
    }

    private static void check(Object... settings) {
        MockEnvironment environment = new MockEnvironment();
        assertThat(settings.length).isEven();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i].toString(), settings[i + 1].toString());
        }
        new TlsCheck().postProcessEnvironment(environment, new SpringApplication());
    }
}
