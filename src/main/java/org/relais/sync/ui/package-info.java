/**
 * The Synchronisation page, and the live status that all open pages share.
 *
 * <p>Looking back at runs and into records starts here: those pages have no entry in the drawer, which has enough of them.
 * Whoever looks after twenty sites sees on this page of each whether something needs a look.
 */
@NamedInterface("ui")
package org.relais.sync.ui;

import org.springframework.modulith.NamedInterface;
