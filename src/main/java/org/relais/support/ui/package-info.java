/** The button that hands the support bundle to an administrator. */
@NamedInterface("ui")
package org.relais.support.ui;

import org.springframework.modulith.NamedInterface;
