package org.relais.central;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * How a site names itself to the central servers (protocol.md sections 1 and 2).
 *
 * @param url the mSupply central server's address, see {@link ServerUrl#parse}
 * @param siteName the site's name there
 * @param passwordSha256 the site password's SHA-256, 64 lower case hex digits; it is sent as if it were the password
 * @param hardwareId the one identity of this device, kept for ever: the server refuses any other
 */
public record SiteCredentials(URI url, String siteName, String passwordSha256, String hardwareId) {

    public SiteCredentials {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(siteName, "siteName");
        Objects.requireNonNull(passwordSha256, "passwordSha256");
        Objects.requireNonNull(hardwareId, "hardwareId");
    }

    /** User and password hash as HTTP Basic carries them. */
    String basicToken() {
        return Base64.getEncoder().encodeToString((siteName + ":" + passwordSha256).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SiteCredentials[url=%s, siteName=%s, passwordSha256=***, hardwareId=%s]"
                .formatted(url, siteName, hardwareId);
    }
}
