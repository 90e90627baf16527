package org.relais.language;

import com.ibm.icu.text.MessageFormat;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The bundles under {@code vaadin-i18n/}: {@code translations.properties} is English and the fall-back, every further
 * file {@code translations_<language>.properties} is a language that is offered. Vaadin's own provider would format with
 * {@link java.text.MessageFormat}, which has no plurals; this one formats with ICU's, whose syntax includes it.
 */
@Component
class Translations implements I18NProvider {

    private static final String FOLDER = "vaadin-i18n/";
    private static final String PREFIX = "translations";
    private static final String SUFFIX = ".properties";
    private static final int MOST_PARSED = 20_000;
    /** An abbreviation's full stop is the sentence's too: "hoy a las 3:22 p. m.", never "p. m..". A folder's "../" stays. */
    private static final Pattern DOUBLED_STOP = Pattern.compile("(?<=\\p{L})\\.\\.(?=\\s|$)");

    private static final Logger log = LoggerFactory.getLogger(Translations.class);

    private final Map<String, Map<String, String>> bundles;
    private final Map<Message, MessageFormat> parsed = new ConcurrentHashMap<>();
    private final List<Locale> locales;

    Translations() {
        this.bundles = read();
        this.locales = Stream.concat(
                        Stream.of(Locale.ENGLISH),
                        bundles.keySet().stream().filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag))
                .distinct()
                .toList();
    }

    private record Message(String text, Locale locale) {}

    private static Map<String, Map<String, String>> read() {
        try {
            Map<String, Map<String, String>> found = new TreeMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver(Translations.class.getClassLoader())
                    .getResources("classpath*:" + FOLDER + PREFIX + "*" + SUFFIX)) {
                String name = file.getFilename();
                String tag = name.substring(PREFIX.length(), name.length() - SUFFIX.length())
                        .replaceFirst("^_", "")
                        .replace('_', '-');
                found.merge(tag, entries(file), (first, second) -> first);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The translations cannot be read", e);
        }
    }

    private static Map<String, String> entries(Resource file) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(text);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    /** The languages that have a file, English first, then by their tags. */
    @Override
    public List<Locale> getProvidedLocales() {
        return locales;
    }

    @Override
    public Locale getDefaultLocale() {
        return Locale.ENGLISH;
    }

    /** The text of a key, which is an ICU message. A key that no bundle has is shown as {@code !key!} and logged. */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        String text = find(key, locale);
        if (text == null) {
            log.warn("No translation has the key {}", key);
            return "!" + key + "!";
        }
        if (parsed.size() > MOST_PARSED) {
            parsed.clear(); // Each region that browsers name has its own.
        }
        MessageFormat message = parsed.computeIfAbsent(
                new Message(text, locale), wanted -> new MessageFormat(wanted.text(), wanted.locale()));
        // A message is no matter of two threads at once; two readers of the very same text hardly ever meet.
        synchronized (message) {
            return DOUBLED_STOP.matcher(message.format(parameters)).replaceAll(".");
        }
    }

    @Override
    public Map<String, String> getAllTranslations(Locale locale) {
        Map<String, String> all = new TreeMap<>(bundles.getOrDefault("", Map.of()));
        all.putAll(bundles.getOrDefault(locale.getLanguage(), Map.of()));
        all.putAll(bundles.getOrDefault(locale.toLanguageTag(), Map.of()));
        return all;
    }

    /** Whether there is a text of that key. */
    boolean knows(String key) {
        return bundles.getOrDefault("", Map.of()).containsKey(key);
    }

    private String find(String key, Locale locale) {
        for (String tag : List.of(locale.toLanguageTag(), locale.getLanguage(), "")) {
            String text = bundles.getOrDefault(tag, Map.of()).get(key);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
