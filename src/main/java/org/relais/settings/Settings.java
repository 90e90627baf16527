package org.relais.settings;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
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

    Settings(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The chosen value; empty while nothing was chosen, when the setting's default holds. */
    public Optional<String> find(String name) {
        return jdbc.sql("select value from setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
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
