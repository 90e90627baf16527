/** The page to sign in on. */
package org.relais.doors.ui;
