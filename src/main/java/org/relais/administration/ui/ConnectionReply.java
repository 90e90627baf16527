package org.relais.administration.ui;

import java.util.Set;
import org.relais.run.Failure;
import org.relais.site.SiteProblem;
import org.relais.site.SiteReport;

/** What came of asking the central servers about what a person typed. */
sealed interface ConnectionReply {

    /** The mSupply central server accepts the site. */
    record Found(SiteReport report) implements ConnectionReply {}

    /** What was typed cannot be right; nobody was asked. */
    record Mistyped(Set<SiteProblem> problems) implements ConnectionReply {}

    /** It was asked in vain. */
    record Failed(Failure failure) implements ConnectionReply {}
}
