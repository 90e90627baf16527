package org.relais.coldchain.ui;

import org.relais.vocabulary.Keyed;

/** What of a store's temperatures a person looks at. */
enum MonitoringTab implements Keyed {
    BREACHES,
    LOG,
    CHART
}
