package org.relais.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;

/** Whether the central server's certificate is trusted, and for how long it holds. */
record CertificateCheck(Line line, Clock clock) implements Check {

    /** Days; certificates that renew themselves do so before. */
    private static final int ENDS_SOON = 14;

    @Override
    public CheckName name() {
        return CheckName.CERTIFICATE;
    }

    @Override
    public List<CheckName> needs() {
        return List.of(CheckName.TCP);
    }

    @Override
    public Finding examine() throws IOException {
        if (line.proxy().isPresent()) {
            return well("certificate.proxy");
        }
        if (!line.secure()) {
            return isHere(line.host()) ? well("certificate.here") : lookAtIt("certificate.none");
        }
        try {
            return judge(line.certificates(), clock.instant());
        } catch (SSLException noTls) {
            return broken("certificate.no-tls", String.valueOf(noTls.getMessage()));
        }
    }

    private static boolean isHere(String host) throws IOException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }

    Finding judge(Certificates shown, Instant now) {
        if (now.isBefore(shown.from())) {
            return broken("certificate.not-yet", shown.from());
        }
        if (now.isAfter(shown.until())) {
            return broken("certificate.ended", shown.until());
        }
        if (shown.refusal() != null) {
            return broken("certificate.refused", shown.issuer(), shown.refusal());
        }
        long days = Duration.between(now, shown.until()).toDays();
        return days < ENDS_SOON ? lookAtIt("certificate.ends", days) : well("certificate.good", days);
    }
}
