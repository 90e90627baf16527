package org.relais.central;

import java.util.List;

/**
 * What one call for this site's queue brought.
 *
 * @param queueLength how many records wait there, this page's included; never less than this page holds
 * @param syncOutIds what to acknowledge once the page is stored, in the order of the records
 */
public record QueuePage(long queueLength, List<String> syncOutIds) {

    public QueuePage {
        syncOutIds = List.copyOf(syncOutIds);
    }
}
