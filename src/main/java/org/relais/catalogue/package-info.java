/**
 * What is synchronised: the words that both protocols share, and the description of every type of record, by which records are
 * checked when they come in and rendered when they go out. It knows neither the database nor the network.
 */
@ApplicationModule(allowedDependencies = {"vocabulary"})
package org.relais.catalogue;

import org.springframework.modulith.ApplicationModule;
