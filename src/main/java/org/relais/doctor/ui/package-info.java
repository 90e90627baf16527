/** Where the doctor is asked on pages: a section of the settings, and the set-up page. */
package org.relais.doctor.ui;
