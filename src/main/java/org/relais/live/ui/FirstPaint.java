package org.relais.live.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.relais.language.Languages;
import org.springframework.stereotype.Component;

/**
 * Puts into the first answer what can be seen before anything else has come: the brand, the shape of the frame, and that the
 * page is being loaded, or that the line was lost meanwhile: Vaadin would say so in English, above a frame with the browser's
 * own page. Style sheets come behind it, for a browser paints nothing that stands below one that it waits for.
 */
@Component
class FirstPaint implements VaadinServiceInitListener {

    private static final List<String> SCRIPTS = List.of("acts", "away", "live", "drafts", "forms");

    private final Languages languages;
    private final I18NProvider translations;
    private final String shape;

    FirstPaint(Languages languages, I18NProvider translations) {
        this.languages = languages;
        this.translations = translations;
        this.shape =
                read("first-paint.html").replace("<svg width=\"32\" height=\"32\" aria-hidden=\"true\"></svg>", logo());
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::paint);
    }

    private void paint(IndexHtmlResponse page) {
        VaadinSession session = VaadinSession.getCurrent();
        Locale locale = session == null ? languages.of(page.getVaadinRequest()) : session.getLocale();
        Element head = page.getDocument().head();
        Element body = page.getDocument().body();
        body.prepend(shape.replace("{0}", translations.getTranslation("live.loading", locale))
                .replace("{1}", translations.getTranslation("live.gone.title", locale))
                .replace("{2}", translations.getTranslation("live.gone.text", locale)));
        head.select("link[rel=stylesheet]").forEach(body::appendChild);
        SCRIPTS.forEach(
                script -> head.appendElement("script").attr("defer", true).attr("src", "assets/" + script + ".js"));
    }

    private static String logo() {
        return read("/META-INF/resources/assets/logo.svg")
                .replace("<svg ", "<svg width=\"32\" height=\"32\" aria-hidden=\"true\" ");
    }

    private static String read(String name) {
        try (InputStream file = FirstPaint.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
