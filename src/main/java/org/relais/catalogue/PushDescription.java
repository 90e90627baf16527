package org.relais.catalogue;

import java.util.List;
import java.util.Set;
import org.relais.catalogue.push.PushRule;

/**
 * How a type is sent.
 *
 * @param to the servers that get it from a site, none for most types
 * @param deletionsTo those among them that get its deletes
 * @param rule prepares what no description can say
 * @param onlyWith keys without which a record stays here
 */
record PushDescription(Set<CentralServer> to, Set<CentralServer> deletionsTo, PushRule rule, List<String> onlyWith) {

    static final PushDescription NONE = new PushDescription(Set.of(), Set.of(), PushRule.NONE, List.of());
}
