/** The store that a person works in. */
@NamedInterface("ui")
package org.relais.people.ui;

import org.springframework.modulith.NamedInterface;
