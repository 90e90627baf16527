package org.relais.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.relais.language.Languages;
import org.relais.language.Wordbook;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which people read the description of the HTTP interface and try it. It stands behind the pages' door, and gives
 * no access to the interface: whoever tries a call types in an account or a token for it.
 */
@RestController
@Hidden
class InterfacePage {

    static final String PATH = "/http-interface";

    /** Stricter than the pages': no script and no style in the page itself. The pictures are within the style sheet. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLES = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final OpenApiWebMvcResource description;
    private final Languages languages;
    private final Wordbook words;
    private final Resource script;
    private final Resource styles;

    InterfacePage(OpenApiWebMvcResource description, Languages languages, Wordbook words) throws IOException {
        this.description = description;
        this.languages = languages;
        this.words = words;
        this.script = file("swagger-ui-bundle.js");
        this.styles = file("swagger-ui.css");
    }

    /** The folder's name is a version, which is the build's business. */
    private static Resource file(String name) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/" + name);
        if (found.length != 1) {
            throw new IllegalStateException("Not one but " + found.length + " files " + name);
        }
        return found[0];
    }

    @GetMapping(PATH)
    ResponseEntity<String> page(HttpServletRequest request) {
        Locale language = languages.ofVisitor(request);
        return ResponseEntity.ok()
                .contentType(PAGE)
                .header("Content-Security-Policy", POLICY)
                .body("""
                        <!doctype html>
                        <html lang="%1$s">
                        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark"><title>%2$s · Relais</title>
                        <link rel="icon" href="%3$s/assets/logo.svg">
                        <link rel="stylesheet" href="%3$s%4$s/swagger-ui.css">
                        <link rel="stylesheet" href="%3$s/assets/relais.css">
                        <link rel="stylesheet" href="%3$s/assets/programs.css">
                        <script src="%3$s/assets/relais.js"></script></head>
                        <body class="interface-page"><header class="interface-head"><h1>%2$s</h1><p class="soft">%5$s</p>
                        <a class="link-button" href="%3$s/">%6$s</a></header>
                        <main id="interface" lang="en" data-description="%3$s%4$s/description" data-language="%1$s"></main>
                        <script src="%3$s%4$s/swagger-ui.js"></script><script src="%3$s/assets/interface.js"></script></body>
                        </html>
                        """.formatted(
                                language.toLanguageTag(),
                                words.text("interface.title", language),
                                request.getContextPath(),
                                PATH,
                                words.text("interface.explanation", language),
                                words.text("missing.home", language)));
    }

    @GetMapping(path = PATH + "/description", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] description(HttpServletRequest request) throws JsonProcessingException {
        return description.openapiJson(request, request.getServletPath(), Locale.ENGLISH);
    }

    @GetMapping(PATH + "/swagger-ui.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok().contentType(SCRIPT).body(script);
    }

    @GetMapping(PATH + "/swagger-ui.css")
    ResponseEntity<Resource> styles() {
        return ResponseEntity.ok().contentType(STYLES).body(styles);
    }
}
