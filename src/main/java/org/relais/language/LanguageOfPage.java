package org.relais.language;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Collections;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Gives a new session its language and its regions, and keeps {@code <html lang>} and the title in step with it, for screen readers
 * and hyphenation, and {@code data-region} for what the page's scripts write: times and numbers as people there write them.
 */
@Component
class LanguageOfPage implements VaadinServiceInitListener {

    private final Languages languages;

    LanguageOfPage(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> {
            session.getSession().setLocale(languages.of(session.getRequest()));
            Regions.of(Collections.list(session.getRequest().getLocales())).keepIn(session.getSession());
        });
        event.getSource().addUIInitListener(page -> page.getUI()
                .setLocale(page.getUI().getSession().getLocale()));
        event.addIndexHtmlRequestListener(this::markFirstAnswer);
    }

    private void markFirstAnswer(IndexHtmlResponse response) {
        VaadinSession session = VaadinSession.getCurrent();
        Locale locale = session == null ? languages.of(response.getVaadinRequest()) : session.getLocale();
        Regions regions = session == null
                ? Regions.of(Collections.list(response.getVaadinRequest().getLocales()))
                : Regions.of(session);
        response.getDocument()
                .selectFirst("html")
                .attr("lang", locale.toLanguageTag())
                .attr("data-region", regions.in(locale).toLanguageTag());
    }

    /** The router writes a page's title when the page is opened only; in another language it is another. */
    static void markOpenPage(UI page, Locale locale) {
        page.getPage()
                .executeJs(
                        "document.documentElement.lang = $0; document.documentElement.dataset.region = $1",
                        locale.toLanguageTag(),
                        Regions.of(page.getSession()).in(locale).toLanguageTag());
        page.getActiveRouterTargetsChain().stream()
                .findFirst()
                .filter(HasDynamicTitle.class::isInstance)
                .map(HasDynamicTitle.class::cast)
                .ifPresent(view -> page.getPage().setTitle(view.getPageTitle()));
    }
}
