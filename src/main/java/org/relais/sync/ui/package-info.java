/** The Synchronisation page, and the live status that all open pages share. */
@NamedInterface("ui")
package org.relais.sync.ui;

import org.springframework.modulith.NamedInterface;
