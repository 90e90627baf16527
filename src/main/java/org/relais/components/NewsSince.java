package org.relais.components;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What changed in a room while a person was away. Any room may tell, and needs to touch no other room for it: the first page joins
 * what all that are Spring beans have to say, in the order of their {@link org.springframework.core.annotation.Order}.
 */
public interface NewsSince {

    /**
     * A sentence for each thing that changed, none where nothing did.
     *
     * @param since when the person left
     * @param storeId the store that the person works in, or empty where there is none
     * @param locale the language and region of the sentences
     */
    List<String> tell(Instant since, Optional<String> storeId, Locale locale);
}
