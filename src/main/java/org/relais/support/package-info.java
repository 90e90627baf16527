/** What the support team needs from a site, in one file. */
package org.relais.support;
