/** The page for a store's locations, and what other rooms may tell of one of them there. */
@NamedInterface("ui")
package org.relais.locations.ui;

import org.springframework.modulith.NamedInterface;
