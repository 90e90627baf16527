/** How a run is shown: its steps, and what failed in them. */
@NamedInterface("ui")
package org.relais.run.ui;

import org.springframework.modulith.NamedInterface;
