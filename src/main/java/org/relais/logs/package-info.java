/**
 * Looking into the server's log from its pages: its last lines, and how much the rooms write there until the next start.
 *
 * <p>However large the file is, only its end is read, and what a page holds is bounded in lines and in their length. What stands in a
 * line may come from anywhere, the network included: it is text, and what cannot be seen is made visible.
 */
@ApplicationModule(allowedDependencies = {"administration :: ui", "components", "language", "people", "vocabulary"})
package org.relais.logs;

import org.springframework.modulith.ApplicationModule;
