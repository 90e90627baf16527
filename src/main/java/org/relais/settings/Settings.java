package org.relais.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Environment configuration;

    Settings(JdbcClient jdbc, ApplicationEventPublisher events, Environment configuration) {
        this.jdbc = jdbc;
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
        return jdbc.sql("select value from setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** Every value that was chosen, by its name. */
    public Map<String, String> all() {
        Map<String, String> values = new HashMap<>();
        jdbc.sql("select name, value from setting").query(row -> {
            values.put(row.getString("name"), row.getString("value"));
        });
        return values;
    }

    /** Keeps a choice, in the caller's transaction where there is one. */
    @Transactional
    public void choose(String name, String value) {
        jdbc.sql("insert into setting (name, value) values (:name, :value) on duplicate key update value = :value")
                .param("name", name)
                .param("value", value)
                .update();
        events.publishEvent(new SettingChanged(name));
    }

    /** Goes back to the setting's default. */
    @Transactional
    public void forget(String name) {
        jdbc.sql("delete from setting where name = ?").param(name).update();
        events.publishEvent(new SettingChanged(name));
    }
}
