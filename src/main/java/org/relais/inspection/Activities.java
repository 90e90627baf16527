package org.relais.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.catalogue.RecordKey;
import org.relais.language.Phrases;
import org.relais.record.Tracing;
import org.relais.vocabulary.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people did with records, as far as the network's activity log is here. */
@Component
public class Activities {

    private static final String USERS = "user";
    private static final int LONGEST = 100;

    private final Tracing tracing;
    private final RecordTitles titles;

    Activities(Tracing tracing, RecordTitles titles) {
        this.tracing = tracing;
        this.titles = titles;
    }

    /** What was done with a record, the oldest first; of very many the last ones. Takes some seconds at most. */
    public List<Activity> of(RecordKey key, Phrases phrases) {
        List<Activity> all = tracing.activities(key).stream()
                .flatMap(Activities::read)
                .filter(activity -> text(activity, "record_ID").equals(key.id()))
                .map(activity -> new Activity(
                        text(activity, "datetime"), text(activity, "type"), user(text(activity, "user_ID"), phrases)))
                .sorted(Comparator.comparing(Activity::at))
                .toList();
        return all.subList(Math.max(0, all.size() - Tracing.MOST), all.size());
    }

    private static Stream<JsonNode> read(String json) {
        try {
            return Stream.of(JsonMapper.shared().readTree(json));
        } catch (JacksonException unreadable) {
            return Stream.empty();
        }
    }

    private static String text(JsonNode record, String field) {
        return Texts.cut(record.path(field).asString(""), LONGEST);
    }

    private String user(String id, Phrases phrases) {
        return Optional.of(id)
                .filter(known -> !known.isEmpty())
                .flatMap(known -> titles.of(new RecordKey(USERS, known), phrases))
                .orElse(id);
    }
}
