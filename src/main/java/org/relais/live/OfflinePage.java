package org.relais.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import org.relais.language.Languages;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The page that stands where no page can be loaded, and the service worker that shows it: kept by the browser while the line is
 * there, in all languages and complete in itself. Vaadin's router frames the same page by its own address.
 */
@RestController
class OfflinePage {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Languages languages;
    private final PhraseBook phraseBook;
    private final String page = read("offline.html");
    private final String script = read("offline.js");
    private final String worker = read("sw.js");

    OfflinePage(Languages languages, PhraseBook phraseBook) {
        this.languages = languages;
        this.phraseBook = phraseBook;
    }

    @GetMapping("/offline-stub.html")
    ResponseEntity<String> page(HttpServletRequest request, HttpServletResponse response) {
        // Set, not added: they take the place of those that forbid every frame.
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + hash(script)
                        + "'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        String sections = languages.offered().stream().map(this::section).collect(Collectors.joining("\n"));
        return ResponseEntity.ok()
                .contentType(PAGE)
                .body(page.replace("{ask}", request.getContextPath() + "/live")
                        .replace("{sections}", sections)
                        .replace("{script}", script));
    }

    @GetMapping("/sw.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(worker);
    }

    private String section(Locale language) {
        Phrases phrases = phraseBook.of(language);
        return "<section lang=\"%s\"><h1>%s</h1><p>%s</p><button type=\"button\">%s</button></section>"
                .formatted(
                        language.toLanguageTag(),
                        words(phrases, "live.gone.title"),
                        words(phrases, "live.gone.text"),
                        words(phrases, "live.retry"));
    }

    private static String words(Phrases phrases, String key) {
        return HtmlUtils.htmlEscape(phrases.text(key), StandardCharsets.UTF_8.name());
    }

    private static String hash(String script) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static String read(String name) {
        try (InputStream file = OfflinePage.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
