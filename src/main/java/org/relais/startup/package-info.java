/** What stops a start, told to a person in one line: no stack traces for a wrong setting. */
package org.relais.startup;
