/** The section of the settings that shows the log. */
package org.relais.logs.ui;
