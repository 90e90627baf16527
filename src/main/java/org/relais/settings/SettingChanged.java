package org.relais.settings;

/**
 * Published when a person chose another value on a page.
 *
 * @param name the setting's name, as in the configuration
 */
public record SettingChanged(String name) {}
