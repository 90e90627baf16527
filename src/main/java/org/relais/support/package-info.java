/**
 * What the support team needs from a site, in one file.
 *
 * <p>It is mailed, and kept in places that nobody controls. So no record is in it, and of a record that failed only the kind
 * of reason, the field and the missing record's id: the words of a reason can hold values. All that is written goes through
 * one redaction: the secrets that this site has, as addresses, JSON and HTTP Basic spell them, and whatever has a secret's
 * shape. A secret of less than eight characters is blotted out as a whole word only, one of less than three not at all. Of the
 * environment only what is meant for this program is listed, logs are bounded with the newest first, and what only links to a
 * file elsewhere is no log. A part that cannot be read leaves a note in its place, for the file is needed most when something
 * is broken. It names people who signed in, and its README says so.
 */
@ApplicationModule(
        allowedDependencies = {
            "administration :: ui",
            "catalogue",
            "central",
            "database",
            "language",
            "people",
            "record",
            "run",
            "settings",
            "site",
            "sync",
            "tokens",
            "vocabulary"
        })
package org.relais.support;

import org.springframework.modulith.ApplicationModule;
