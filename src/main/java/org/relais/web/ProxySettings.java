package org.relais.web;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.util.NetMask;
import org.jspecify.annotations.Nullable;
import org.relais.startup.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The setting {@code relais.proxies}: who may say for whom a request was passed on.
 *
 * @param proxies addresses and ranges; never null, none by default: then nobody may
 */
@ConfigurationProperties("relais")
record ProxySettings(@Nullable List<String> proxies) {

    private static final String NAME = "relais.proxies";

    /** Digits, letters of IPv6 addresses, a range's length: never a name, for which somebody would have to be asked. */
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/\\d{1,3})?");

    ProxySettings {
        proxies = proxies == null
                ? List.of()
                : proxies.stream()
                        .map(String::strip)
                        .filter(proxy -> !proxy.isEmpty())
                        .map(ProxySettings::range)
                        .toList();
    }

    /** With its length, by which Tomcat knows a range from a pattern. */
    private static String range(String proxy) {
        if (!ADDRESS.matcher(proxy).matches() || proxy.endsWith("/0")) {
            throw wrong(proxy, null);
        }
        String range = proxy.contains("/") ? proxy : proxy + (proxy.contains(":") ? "/128" : "/32");
        try {
            new NetMask(range);
            return range;
        } catch (IllegalArgumentException notARange) {
            throw wrong(proxy, notARange);
        }
    }

    private static WrongSetting wrong(String proxy, @Nullable Throwable cause) {
        return new WrongSetting(
                NAME, proxy, "must be addresses or ranges of addresses, such as 127.0.0.1, 10.1.0.0/16 or ::1", cause);
    }
}
