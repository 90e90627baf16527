/**
 * What can be asked at a shell, beside running the server: {@code relais status}, {@code relais password},
 * {@code relais doctor}, {@code relais backup}, {@code relais restore}, {@code relais --version}.
 *
 * <p>A command is a class of this room and a line in {@link org.relais.command.Commands}; the work is done by the room whose
 * matter it is. Commands run in a process of their own and put no application together, or each would take as long as a start
 * (a backup puts three rooms together): they read the configuration as the server does, and reach a site that runs by its database
 * or by its pages. What they say is in the language of the shell, as the pages have it. What writes files of the site, the server
 * included, root is refused in another account's data directory. An installed Relais has them all on the path; the script that builds
 * Relais hands them on.
 */
@ApplicationModule(
        allowedDependencies = {"backup", "database", "doctor", "language", "people", "startup", "vocabulary", "web"})
package org.relais.command;

import org.springframework.modulith.ApplicationModule;
