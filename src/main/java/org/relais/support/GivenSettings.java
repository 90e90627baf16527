package org.relais.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/**
 * The settings of this program as they were given: on the command line, in the environment, in files. Of the environment only
 * what is meant for this program: what else stands there is other programs'.
 */
@Component
class GivenSettings {

    static final String MASK = "***";

    private static final Pattern OURS =
            Pattern.compile("(relais|spring|server|logging|management|vaadin)[._].+", Pattern.CASE_INSENSITIVE);

    /** Names that hold a secret, in every spelling that Spring understands. */
    private static final Pattern SECRET = Pattern.compile(
            "(password|passwd|passphrase|secret|key|token|credentials?)[0-9\\]]*$", Pattern.CASE_INSENSITIVE);

    /** The account in an address. */
    private static final Pattern ADDRESS_WITH_ACCOUNT = Pattern.compile("://[^/@]*@");

    private static final Pattern PASSWORD_PARAMETER = Pattern.compile(
            "(?i)((?:password|pwd|passphrase|secret|token|keyStorePassword|trustStorePassword)[a-z0-9]*=)[^&;\\s]*");

    private final ConfigurableEnvironment environment;

    GivenSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * A setting.
     *
     * @param source where it was given
     * @param value as it was given; a secret is one
     */
    record Setting(String source, String name, String value) {

        String shown() {
            return GivenSettings.shown(name, value);
        }

        /** Without the value. */
        @Override
        public String toString() {
            return name + " (" + source + ")";
        }
    }

    /** All, the ones that win first, those of one source by name. */
    List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> given) {
                Arrays.stream(given.getPropertyNames())
                        .filter(name -> OURS.matcher(name).matches())
                        .sorted()
                        .map(name -> new Setting(given.getName(), name, String.valueOf(given.getProperty(name))))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** The texts that settings hold and nobody else may see. */
    List<String> secrets() {
        return all().stream()
                .filter(setting -> isSecret(setting.name()))
                .map(Setting::value)
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    /** A value as it may be shown under that name. */
    static String shown(String name, String value) {
        if (isSecret(name)) {
            return value.isEmpty() ? "" : MASK;
        }
        String withoutAccount = ADDRESS_WITH_ACCOUNT.matcher(value).replaceAll("://" + MASK + "@");
        return PASSWORD_PARAMETER.matcher(withoutAccount).replaceAll("$1" + MASK);
    }

    /** Whether the name says so. One that ends in {@code use-key} only says whether a key is used. */
    private static boolean isSecret(String name) {
        String words = name.toLowerCase(Locale.ROOT);
        return SECRET.matcher(words).find() && !words.endsWith("use-key");
    }
}
