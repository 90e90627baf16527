package org.relais.language;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.relais.components.Choice;
import org.relais.components.Glyph;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * The choice of the page's language, each language in its own words. It changes all open pages of the session at once and is
 * remembered by the browser for a year and, when signed in, with the person. One for each page that shows it: ask Spring for a new one.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class LanguageSelect extends Composite<NativeLabel> implements LocaleChangeObserver {

    private final Languages languages;
    private final ObjectProvider<LanguageMemory> memory;
    private final Choice<Locale> choice = new Choice<>(Languages::ownName);

    LanguageSelect(Languages languages, ObjectProvider<LanguageMemory> memory) {
        this.languages = languages;
        this.memory = memory;
        choice.setId("language");
        choice.onChoice(this::choose);
        getContent().addClassName("language-select");
        getContent().add(Glyph.LANGUAGE.create(), choice);
    }

    /** The same under another id, for a second one on the page. */
    public LanguageSelect withId(String id) {
        choice.setId(id);
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show(event.getUI().getLocale());
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        LanguageOfPage.markOpenPage(event.getUI(), event.getLocale());
        show(event.getLocale());
    }

    private void show(Locale current) {
        choice.setAriaLabel(getTranslation("language.label"));
        choice.offer(languages.offered(), languages.best(List.of(current)).orElse(Locale.ENGLISH));
    }

    private void choose(Locale locale) {
        memory.ifAvailable(person -> person.keep(locale));
        VaadinSession.getCurrent().setLocale(locale);
        VaadinResponse response = VaadinResponse.getCurrent();
        if (response != null) {
            response.addCookie(
                    Languages.cookie(locale, VaadinRequest.getCurrent().isSecure()));
        }
    }
}
