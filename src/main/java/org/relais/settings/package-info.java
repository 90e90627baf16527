/**
 * What people choose on the pages instead of in the configuration, kept in the database for all processes on it.
 *
 * <p>A choice stands under the name that it has in the configuration: one table, texts, no types, so a new setting costs no
 * migration. The room that a setting belongs to knows its form, range and default and keeps it whole or not at all; pages only
 * say what that room found. Choices are read when they are needed, and what is asked for at every move of a run is kept in
 * memory until {@link org.relais.settings.SettingChanged}; a process looks once a second for what another one chose. A name
 * that is taken out of the configuration leaves its last value behind, as a choice: beside a field that the configuration
 * names, the page says which value comes back. What has to fit together is checked together, a configured value with a chosen
 * one: the start says which of the two to change.
 */
@ApplicationModule(allowedDependencies = {})
package org.relais.settings;

import org.springframework.modulith.ApplicationModule;
