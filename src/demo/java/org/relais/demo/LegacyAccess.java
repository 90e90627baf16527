package org.relais.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Whom the mSupply central server lets in, and what it tells the others. */
final class LegacyAccess {
    private static final int OLDEST_VERSION = 10;
    private static final int NEWEST_VERSION = 14;

    private final Network network;

    LegacyAccess(Network network) {
        this.network = network;
    }

    /** The site that calls, once its version, name, password and hardware are right and it has a store. */
    LegacySite site(Request request) {
        String version = request.header("version");
        int number = version.matches("\\d{1,4}") ? Integer.parseInt(version) : 0;
        if (number < OLDEST_VERSION || number > NEWEST_VERSION) {
            throw new LegacyRefusal(
                    409,
                    "api_version_incompatible",
                    "{\"major\":" + NEWEST_VERSION + ",\"minor\":" + OLDEST_VERSION + '}');
        }
        LegacySite site = credentials(request);
        String hardware = request.header("msupply-site-uuid");
        if (!network.isHardwareOf(site, hardware)) {
            throw new LegacyRefusal(401, "site_incorrect_hardware_id", "null");
        }
        if (!site.hasStore()) {
            throw new LegacyRefusal(401, "site_has_no_store", "null");
        }
        return site;
    }

    /** The site that calls, by name and password only. */
    LegacySite credentials(Request request) {
        String[] basic = basic(request.header("authorization"));
        LegacySite site =
                network.site(basic[0]).orElseThrow(() -> new LegacyRefusal(401, "site_name_not_found", "null"));
        if (!site.site().passwordSha256().equals(basic[1])) {
            throw new LegacyRefusal(401, "site_incorrect_password", "null");
        }
        return site;
    }

    private static String[] basic(String header) {
        String[] none = {"", ""};
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return none;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).trim());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? pair : none;
        } catch (IllegalArgumentException e) {
            return none;
        }
    }
}
