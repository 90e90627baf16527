/**
 * The store that a person works in: kept in the session, chosen among those that the person may enter. It is left as soon as
 * the permissions of the session are renewed without it.
 */
@NamedInterface("ui")
package org.relais.people.ui;

import org.springframework.modulith.NamedInterface;
