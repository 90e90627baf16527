/** What an administrator does with this site: sets it up, changes its settings, begins anew. */
package org.relais.administration;
