package org.relais.site;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which hosts the mSupply Cold Chain app accepts in an address: host names with a dot, and IPv4 addresses. Loopback names
 * and addresses would lead the phone to itself.
 */
final class PhoneHost {

    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    private PhoneHost() {}

    static boolean accepts(String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean loopback = name.endsWith(".localhost") || name.startsWith("127.") || name.equals("0.0.0.0");
        return !loopback && LABELS.matcher(name).matches();
    }
}
