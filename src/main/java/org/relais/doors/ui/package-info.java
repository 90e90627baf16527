/** The pages' door: signing in on a page, sessions and what ends them, what a browser may do for a page. */
@NamedInterface("ui")
package org.relais.doors.ui;

import org.springframework.modulith.NamedInterface;
