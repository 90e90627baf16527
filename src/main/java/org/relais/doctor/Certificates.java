package org.relais.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.relais.web.AnyCertificate;

/**
 * What a server shows of itself under TLS.
 *
 * @param from since when all of the chain hold
 * @param until when the first of the chain ends
 * @param issuer who made out the server's own
 * @param refusal why this machine does not trust it; null when it does
 */
record Certificates(Instant from, Instant until, String issuer, String refusal) {

    /** Asks a server; for one that is not trusted once more, to see what it shows. */
    static Certificates shownAt(String host, int port, Duration patience) throws IOException {
        try {
            return read(host, port, patience, SSLContext.getDefault(), null);
        } catch (SSLException refused) {
            return read(host, port, patience, AnyCertificate.context(), refused.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private static Certificates read(String host, int port, Duration patience, SSLContext tls, String refusal)
            throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            plain.setSoTimeout((int) patience.toMillis());
            try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm(refusal == null ? "HTTPS" : null);
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return of(socket.getSession().getPeerCertificates(), refusal);
            }
        }
    }

    private static Certificates of(Certificate[] shown, String refusal) {
        X509Certificate[] chain = Stream.of(shown)
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .toArray(X509Certificate[]::new);
        return new Certificates(
                Stream.of(chain)
                        .map(one -> one.getNotBefore().toInstant())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                Stream.of(chain)
                        .map(one -> one.getNotAfter().toInstant())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                chain[0].getIssuerX500Principal().getName(),
                refusal);
    }
}
