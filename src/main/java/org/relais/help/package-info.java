/**
 * Help for the people at this site, and their way to those who look after the network.
 *
 * <p>An error's text and its entry in the help drift apart when they are written twice: the help on errors is made from {@code
 * FailureCode} and its words, and only who can help and a further sentence stand beside them. A new code does not compile
 * before somebody says who can help. The search folds accents and also knows the wording for each server: people paste what
 * they read. Help on phones must not promise an interface that is not there: the program itself is asked whether it answers.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "central",
            "components",
            "language",
            "people",
            "people :: ui",
            "record",
            "run",
            "run :: ui",
            "site",
            "sync :: ui",
            "vocabulary"
        })
package org.relais.help;

import org.springframework.modulith.ApplicationModule;
