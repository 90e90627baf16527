package org.relais.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline.Position;
import com.vaadin.flow.component.page.Inline.Wrapping;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the first answer to a browser holds: the theme, the look, the small scripts, and that the server pushes changes. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("assets/relais.css")
@StyleSheet("assets/vaadin.css")
@StyleSheet("assets/components.css")
@StyleSheet("assets/glyphs.css")
@Component
public class AppShell implements AppShellConfigurator {

    /** What has to be there before any other part of a page, and does not fetch itself. */
    private static final List<String> FROM_THE_FIRST = List.of("relais.js", "parts.js");

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.setPageTitle("Relais");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addLink("icon", "assets/logo.svg");
        for (String script : FROM_THE_FIRST) {
            settings.addInlineFromFile(Position.PREPEND, "META-INF/resources/assets/" + script, Wrapping.JAVASCRIPT);
        }
    }
}
