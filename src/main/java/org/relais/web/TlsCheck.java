package org.relais.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.relais.startup.WrongSetting;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks at the files of the certificate and its key before anything is started, so that a wrong one is told by the name of
 * its setting. Both ways of giving them are looked at: {@code server.ssl.*} and a bundle named by {@code server.ssl.bundle}.
 */
class TlsCheck implements EnvironmentPostProcessor, Ordered {

    private static final byte[] PROBE = {1, 2, 3};

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        if (!settings.getProperty("server.ssl.enabled", Boolean.class, true)) {
            return;
        }
        String bundle = settings.getProperty("server.ssl.bundle", "");
        if (bundle.isEmpty()) {
            check(settings, "server.ssl.certificate", "server.ssl.certificate-private-key", null);
            return;
        }
        String keys = "spring.ssl.bundle.pem." + bundle + ".keystore.";
        boolean pem = check(settings, keys + "certificate", keys + "private-key", keys + "private-key-password");
        if (!pem && !settings.containsProperty("spring.ssl.bundle.jks." + bundle + ".keystore.location")) {
            throw new WrongSetting(
                    "server.ssl.bundle", bundle, "must be the name of a bundle: " + keys + "certificate is not set");
        }
    }

    /** Whether there is a certificate in PEM form to look at. */
    private static boolean check(
            ConfigurableEnvironment settings, String certificateName, String keyName, String passwordName) {
        String certificate = settings.getProperty(certificateName, "");
        String key = settings.getProperty(keyName, "");
        if (certificate.isEmpty() && key.isEmpty()) {
            return false;
        }
        X509Certificate first = certificate(certificateName, certificate);
        String password = passwordName == null ? null : settings.getProperty(passwordName);
        if (!belongTogether(first, key(keyName, key, password))) {
            throw new WrongSetting(keyName, shown(key), "must be the key of the certificate in " + certificateName);
        }
        return true;
    }

    private static X509Certificate certificate(String name, String place) {
        String must = "must be a file with the server's certificate in PEM form, the chain after it";
        try {
            List<X509Certificate> certificates = read(place).getCertificates();
            return certificates.getFirst();
        } catch (IOException | RuntimeException unusable) {
            throw new WrongSetting(name, shown(place), must, unusable);
        }
    }

    private static PrivateKey key(String name, String place, String password) {
        String must = "must be a file with the certificate's private key in PEM form";
        try {
            PrivateKey key = read(place).getPrivateKey(password);
            if (key == null) {
                throw new WrongSetting(name, shown(place), must);
            }
            return key;
        } catch (IOException | IllegalStateException | IllegalArgumentException unusable) {
            throw new WrongSetting(name, shown(place), must, unusable);
        }
    }

    private static PemContent read(String place) throws IOException {
        if (PemContent.isPresentInText(place)) {
            return PemContent.of(place);
        }
        try (InputStream file =
                ApplicationResourceLoader.get().getResource(place).getInputStream()) {
            return PemContent.load(file);
        }
    }

    /** A key may stand in the setting itself. */
    private static String shown(String place) {
        return PemContent.isPresentInText(place) ? "(hidden)" : place;
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException different) {
            return false;
        }
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
