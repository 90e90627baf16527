/** The section of the settings that hands the support file to an administrator. */
package org.relais.support.ui;
