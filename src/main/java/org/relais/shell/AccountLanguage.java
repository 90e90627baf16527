package org.relais.shell;

import java.util.Locale;
import java.util.Optional;
import org.relais.language.LanguageMemory;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.people.UserLanguages;
import org.springframework.stereotype.Component;

/** Keeps the chosen language with the account of the person who signed in. */
@Component
class AccountLanguage implements LanguageMemory {

    private final CurrentUser currentUser;
    private final UserLanguages languages;

    AccountLanguage(CurrentUser currentUser, UserLanguages languages) {
        this.currentUser = currentUser;
        this.languages = languages;
    }

    @Override
    public Optional<Locale> recall() {
        return currentUser.find().map(SignedInUser::id).flatMap(languages::of);
    }

    @Override
    public void keep(Locale language) {
        currentUser.find().ifPresent(person -> languages.choose(person.id(), language));
    }
}
