/** The pages of records that failed, and of records that wait to be sent. */
package org.relais.inspection.ui;
