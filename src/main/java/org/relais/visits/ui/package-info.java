/** What is said on the first page about the time since a person's last visit, and how the server learns of visits. */
package org.relais.visits.ui;
