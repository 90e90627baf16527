package org.relais.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.relais.components.Choice;
import org.relais.language.Phrases;

/** The sections of the settings with the open one marked: a list where there is room for it, a choice where there is not. */
class SettingsContents extends Nav {

    private final List<SettingsSection> sections;
    private final Map<SettingsSection, Anchor> entries = new LinkedHashMap<>();
    private final Choice<SettingsSection> choice;
    private Phrases phrases;

    /** @param address where a section is opened */
    SettingsContents(List<SettingsSection> sections, Function<SettingsSection, String> address) {
        this.sections = sections;
        this.choice = new Choice<>(section -> phrases.text(section.titleKey()));
        addClassName("settings-contents");
        choice.setId("settings-section");
        choice.onChoice(section -> UI.getCurrent().navigate(address.apply(section)));
        UnorderedList list = new UnorderedList();
        for (SettingsSection section : sections) {
            Anchor entry = new Anchor(address.apply(section));
            entry.getElement().setAttribute("router-link", true).setAttribute("data-danger", section.dangerous());
            entries.put(section, entry);
            list.add(new ListItem(entry));
        }
        add(choice, list);
    }

    /** Says the titles in a language and marks the section that is open. */
    void show(SettingsSection open, Phrases language) {
        phrases = language;
        getElement().setAttribute("aria-label", phrases.text("settings.contents"));
        choice.setAriaLabel(phrases.text("settings.contents"));
        choice.offer(sections, open);
        entries.forEach((section, entry) -> {
            entry.setText(phrases.text(section.titleKey()));
            if (section == open) {
                entry.getElement().setAttribute("aria-current", "page");
            } else {
                entry.getElement().removeAttribute("aria-current");
            }
        });
    }
}
