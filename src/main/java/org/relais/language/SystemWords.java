package org.relais.language;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the frame under the pages says by itself when it cannot go on, in the person's language rather than its own. */
@Component
class SystemWords implements VaadinServiceInitListener {

    private final I18NProvider translations;

    SystemWords(I18NProvider translations) {
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(asked -> messages(asked.getLocale()));
    }

    SystemMessages messages(Locale locale) {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setInternalErrorCaption(translations.getTranslation("trouble.title", locale));
        words.setInternalErrorMessage(translations.getTranslation("trouble.hint", locale));
        words.setCookiesDisabledCaption(translations.getTranslation("cookies.title", locale));
        words.setCookiesDisabledMessage(translations.getTranslation("cookies.hint", locale));
        return words;
    }
}
