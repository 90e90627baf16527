/** The store that a person works in. */
@NamedInterface("ui")
package org.relais.stores.ui;

import org.springframework.modulith.NamedInterface;
