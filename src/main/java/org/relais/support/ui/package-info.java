/** The button that hands the support file to an administrator. */
@NamedInterface("ui")
package org.relais.support.ui;

import org.springframework.modulith.NamedInterface;
