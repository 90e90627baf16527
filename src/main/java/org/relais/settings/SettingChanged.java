package org.relais.settings;

/**
 * Published when a person chose another value on a page, in this process or (a moment later) in another one. Within the
 * transaction of the choice, where there is one: listen after its commit.
 *
 * @param name the setting's name, as in the configuration
 */
public record SettingChanged(String name) {}
