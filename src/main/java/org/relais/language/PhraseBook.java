package org.relais.language;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives each open page its {@link Phrases}: in its language as its browser's region writes it, and in its time zone. */
@Component
public class PhraseBook {

    private final I18NProvider translations;

    PhraseBook(I18NProvider translations) {
        this.translations = translations;
    }

    /** The phrases for a page; this machine's time zone where the browser did not tell its own. */
    public Phrases of(UI page) {
        Locale locale = Regions.of(page.getSession()).in(page.getLocale());
        return new Phrases(translations, locale, zone(page.getPage().getExtendedClientDetails()));
    }

    /** The phrases for a page that is made without Vaadin, in this machine's time zone. */
    public Phrases of(Locale locale) {
        return new Phrases(translations, locale, ZoneId.systemDefault());
    }

    private static ZoneId zone(ExtendedClientDetails browser) {
        if (browser == null || browser.getTimeZoneId() == null) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(browser.getTimeZoneId());
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
