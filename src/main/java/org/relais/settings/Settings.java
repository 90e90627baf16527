package org.relais.settings;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The values that were chosen on a page, as texts under the names that they have in the configuration. The room that a setting
 * belongs to knows its form, its range and its default, and checks a value before it comes here.
 *
 * <p>What the configuration names explicitly is written here at every start, so it wins over an older choice; what it does not
 * name stays as it was chosen (docs/decisions/0066).
 */
@Component
public class Settings {

    private final SettingRepository rows;
    private final ApplicationEventPublisher events;
    private final Environment configuration;

    Settings(SettingRepository rows, ApplicationEventPublisher events, Environment configuration) {
        this.rows = rows;
        this.events = events;
        this.configuration = configuration;
    }

    /**
     * What the configuration names explicitly, as it is written there: at the next start it comes back, whatever is chosen
     * meanwhile. Empty where it names nothing, so that a choice stays.
     */
    public Optional<String> configured(String name) {
        return Optional.ofNullable(configuration.getProperty(name)).filter(value -> !value.isBlank());
    }

    /** The chosen value; empty while nothing was chosen, when the setting's default holds. */
    public Optional<String> find(String name) {
        return rows.value(name);
    }

    /** Every value that was chosen, by its name. */
    public Map<String, String> all() {
        return rows.findAll().stream().collect(Collectors.toMap(SettingRow::name, SettingRow::value));
    }

    /** Keeps a choice, in the caller's transaction where there is one. */
    @Transactional
    public void choose(String name, String value) {
        rows.keep(name, value);
        events.publishEvent(new SettingChanged(name));
    }

    /** Goes back to the setting's default. */
    @Transactional
    public void forget(String name) {
        rows.forget(name);
        events.publishEvent(new SettingChanged(name));
    }
}
