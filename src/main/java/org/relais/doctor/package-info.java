/**
 * The doctor: in at most ten seconds, what of a site is well and what is not, each with what it means and what to do. It is asked
 * on the pages and at a shell, and changes nothing.
 *
 * <p>Each {@link org.relais.doctor.Check} asks one thing and judges the answer; asking and judging are apart, so that every judgement is
 * tried without a network. Checks run at the same time, each with a limit of its own; one that needs another waits for it, and says
 * that it was not tried when that one failed: of ten lines in red, the first would be the only one that says something. A clock
 * that is wrong makes certificates look wrong, so the first question to the central server, which carries no secret, is asked
 * whatever certificate it shows; what carries the site's password is asked as runs ask it.
 *
 * <p>At a shell nothing is started: a site that runs is reached by its database ({@link
 * org.relais.database.RunningDatabase}), and what cannot be known there is said to be so.
 */
@ApplicationModule(
        allowedDependencies = {
            "administration :: ui",
            "backup",
            "catalogue",
            "central",
            "components",
            "database",
            "language",
            "people",
            "settings",
            "site",
            "sync :: ui",
            "vocabulary",
            "web"
        })
package org.relais.doctor;

import org.springframework.modulith.ApplicationModule;
