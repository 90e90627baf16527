/** From when on the badge beside Synchronisation is shown and warns, and how old a success may be before it does. */
package org.relais.badge;
