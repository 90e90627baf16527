/** The section of the settings that shows backups and makes them, and what the first page says of them. */
package org.relais.backup.ui;
