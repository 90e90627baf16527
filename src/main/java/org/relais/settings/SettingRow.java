package org.relais.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A value that was chosen on a page. */
@Entity
@Table(name = "setting")
class SettingRow {

    @Id
    private String name;

    private String value;

    /** For the persistence provider. */
    protected SettingRow() {}

    SettingRow(String name, String value) {
        this.name = name;
        this.value = value;
    }

    String name() {
        return name;
    }

    String value() {
        return value;
    }
}
