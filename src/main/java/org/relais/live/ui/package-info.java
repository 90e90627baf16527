/** The live state as pages show it: the mark in the frame, what stands there while it is not live, the very first paint. */
@NamedInterface("ui")
package org.relais.live.ui;

import org.springframework.modulith.NamedInterface;
