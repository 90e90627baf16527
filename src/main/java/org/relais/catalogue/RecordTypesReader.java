package org.relais.catalogue;

import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.relais.catalogue.push.Moment;
import org.relais.catalogue.push.PushRule;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads record-types.yaml and refuses whatever cannot be right in it, with the line. */
final class RecordTypesReader {

    private final Map<String, RecordDescription> descriptions = new LinkedHashMap<>();
    private final Map<String, Integer> levels = new LinkedHashMap<>();

    private RecordTypesReader() {}

    static List<RecordType> read(Reader yaml) {
        RecordTypesReader reader = new RecordTypesReader();
        reader.readAll(root(yaml));
        reader.descriptions.values().forEach(reader::checkTables);
        return reader.descriptions.values().stream()
                .map(description -> new RecordType(
                        description, reader.level(description, new LinkedHashSet<>()), reader.title(description)))
                .toList();
    }

    private static Section root(Reader yaml) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(yaml);
            if (node == null) {
                throw new InvalidRecordTypes(1, "the file is empty");
            }
            return new Section(node).allow("activity_types", "genders", "types");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidRecordTypes(line, e.getProblem());
        }
    }

    private void readAll(Section root) {
        List<Section> entries =
                root.nodes("types").stream().map(RecordTypesReader::entry).toList();
        Set<String> merging = entries.stream()
                .filter(entry -> entry.flag("merges"))
                .map(entry -> entry.text("table"))
                .collect(Collectors.toSet());
        for (Section entry : entries) {
            RecordDescription description = description(entry, merging);
            if (descriptions.putIfAbsent(description.table(), description) != null) {
                throw new InvalidRecordTypes(entry.line(), "a second entry for table " + description.table());
            }
        }
    }

    private static Section entry(Node node) {
        return new Section(node)
                .allow(
                        "table",
                        "about",
                        "title",
                        "title_for",
                        "channels",
                        "after",
                        "owner",
                        "deletion",
                        "merges",
                        "foreign_key",
                        "checked_when",
                        "push",
                        "moments",
                        "conditions",
                        "fields");
    }

    private static RecordDescription description(Section entry, Set<String> merging) {
        Optional<Section> push = entry.section("push");
        FieldSet fields = new FieldReader(merging, push.isPresent()).read(entry.node("fields"), "");
        List<Condition> conditions = new ArrayList<>();
        List<Moment> moments = new ArrayList<>();
        for (Node node : entry.nodes("moments")) {
            Section section = new Section(node).allow("at", "date", "time", "needed");
            Moment moment = new Moment(
                    known(section, "at", fields, FieldType.DATETIME),
                    known(section, "date", fields, FieldType.DATE),
                    known(section, "time", fields, FieldType.TIME));
            moments.add(moment);
            if (section.flag("needed")) {
                conditions.add(new Condition.AnyOf(List.of(moment.at(), moment.date())));
            }
        }
        entry.nodes("conditions").forEach(node -> conditions.add(condition(new Section(node), fields)));
        RecordDescription description = new RecordDescription(
                entry.text("table"),
                entry.line(),
                channels(entry),
                new LinkedHashSet<>(entry.texts("after")),
                entry.section("owner").map(owner -> owner(owner, fields)),
                entry.constant("deletion", Deletion.class),
                entry.flag("merges"),
                push.map(section -> push(section, fields)).orElse(PushDescription.NONE),
                List.copyOf(moments),
                List.copyOf(conditions),
                entry.section("checked_when").map(section -> when(section, fields)),
                entry.optionalText("foreign_key"),
                entry.nodes("title").stream().map(node -> titled(node, fields)).toList(),
                isForEverybody(entry),
                fields);
        if (description.blockingReferences().count() > RecordType.MOST_BLOCKING_REFERENCES) {
            throw new InvalidRecordTypes(
                    entry.line(), "more than " + RecordType.MOST_BLOCKING_REFERENCES + " references that wait");
        }
        return description;
    }

    private static boolean isForEverybody(Section entry) {
        if (entry.has("title_for") && !entry.text("title_for").equals("everybody")) {
            throw new InvalidRecordTypes(entry.node("title_for"), "a title is for everybody, or title_for is left out");
        }
        return entry.has("title_for");
    }

    private static Field titled(Node node, FieldSet fields) {
        String key = known(node, fields, null);
        return fields.fields().stream()
                .filter(field -> field.path().equals(key) && field.type().canBeShown())
                .findFirst()
                .orElseThrow(() -> new InvalidRecordTypes(
                        node, "\"" + key + "\" is no text, number, date or time of the record itself"));
    }

    /** What the title of a type shows, those of other records included. */
    private Title title(RecordDescription description) {
        return new Title(description.title().stream()
                .map(field -> field.target()
                        .map(target -> new Title.Part(
                                Title.Shown.of(field), target.table(), shownOf(target.table(), field.line())))
                        .orElseGet(() -> new Title.Part(Title.Shown.of(field), null, List.of())))
                .toList());
    }

    /** What the title of a table has of its own. */
    private List<Title.Shown> shownOf(String table, int line) {
        List<Title.Shown> own = descriptions.get(table).title().stream()
                .filter(field -> field.target().isEmpty())
                .map(Title.Shown::of)
                .toList();
        if (own.isEmpty()) {
            throw new InvalidRecordTypes(line, "the title of " + table + " has nothing of its own to show");
        }
        return own;
    }

    private static Set<Channel> channels(Section entry) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (Node node : entry.nodes("channels")) {
            channels.add(
                    switch (Section.word(node)) {
                        case "central" -> Channel.CENTRAL_RECORDS;
                        case "queue" -> Channel.QUEUED_RECORDS;
                        case "open" -> Channel.OPEN_PULL;
                        default -> throw new InvalidRecordTypes(node, "a channel is central, queue or open");
                    });
        }
        return Set.copyOf(channels);
    }

    private static OwnerStore owner(Section owner, FieldSet fields) {
        owner.allow("field", "parents");
        if (owner.has("field") == owner.has("parents")) {
            throw new InvalidRecordTypes(owner.line(), "an owner is a field or parents");
        }
        if (owner.has("field")) {
            return new OwnerStore.OwnField(known(owner, "field", fields, FieldType.TEXT));
        }
        List<Reference> parents = new ArrayList<>();
        for (Node node : owner.nodes("parents")) {
            Field field = fields.find(Section.word(node))
                    .filter(found -> found.target().isPresent())
                    .orElseThrow(() -> new InvalidRecordTypes(node, "no reference \"" + Section.word(node) + "\""));
            parents.add(new Reference(
                    field.path(),
                    field.target().orElseThrow().table(),
                    field.presence().nullable()));
        }
        return new OwnerStore.OfParent(parents);
    }

    private static PushDescription push(Section push, FieldSet fields) {
        push.allow("to", "deletions_to", "rule", "only_with");
        Set<CentralServer> to = servers(push, "to");
        Set<CentralServer> deletionsTo = servers(push, "deletions_to");
        if (to.isEmpty()) {
            throw new InvalidRecordTypes(push.node("to"), "sent to no server");
        }
        if (!to.containsAll(deletionsTo)) {
            throw new InvalidRecordTypes(push.node("deletions_to"), "deletes go only where the records go");
        }
        List<String> onlyWith = push.texts("only_with");
        for (Node node : push.nodes("only_with")) {
            known(node, fields, FieldType.TEXT);
        }
        PushRule rule = push.has("rule")
                ? PushRule.named(push.text("rule"))
                        .orElseThrow(() -> new InvalidRecordTypes(
                                push.node("rule"), "there is no push rule \"" + push.text("rule") + "\""))
                : PushRule.NONE;
        return new PushDescription(to, deletionsTo, rule, onlyWith);
    }

    private static Set<CentralServer> servers(Section push, String key) {
        Set<CentralServer> servers = EnumSet.noneOf(CentralServer.class);
        push.nodes(key).forEach(node -> servers.add(Section.constant(node, CentralServer.class)));
        return Set.copyOf(servers);
    }

    private static Condition condition(Section section, FieldSet fields) {
        section.allow("field", "is", "needs", "is_one_of", "when");
        String field = known(section, "field", fields, null);
        if (section.has("needs")) {
            return new Condition.Needs(field, Set.copyOf(section.texts("is")), known(section, "needs", fields, null));
        }
        return new Condition.OneOf(
                field, new TreeSet<>(section.texts("is_one_of")), when(new Section(section.node("when")), fields));
    }

    private static Condition.When when(Section section, FieldSet fields) {
        section.allow("field", "is");
        return new Condition.When(known(section, "field", fields, null), Set.copyOf(section.texts("is")));
    }

    private static String known(Section section, String key, FieldSet fields, FieldType type) {
        return known(section.node(key), fields, type);
    }

    /** The name of a field that is there, and of the type if one is given. */
    private static String known(Node node, FieldSet fields, FieldType type) {
        String name = Section.word(node);
        Field field =
                fields.find(name).orElseThrow(() -> new InvalidRecordTypes(node, "there is no field \"" + name + "\""));
        if (type != null && field.type() != type) {
            throw new InvalidRecordTypes(node, "\"" + name + "\" is not " + type.words());
        }
        return name;
    }

    private void checkTables(RecordDescription description) {
        description.after().forEach(table -> checkTable(table, description.line()));
        description
                .references()
                .forEach(field -> checkTable(field.target().orElseThrow().table(), field.line()));
    }

    private void checkTable(String table, int line) {
        if (!descriptions.containsKey(table)) {
            throw new InvalidRecordTypes(line, "there is no table \"" + table + "\"");
        }
    }

    private int level(RecordDescription description, Set<String> path) {
        Integer known = levels.get(description.table());
        if (known != null) {
            return known;
        }
        if (!path.add(description.table())) {
            throw new InvalidRecordTypes(
                    description.line(),
                    "a circle of tables that come before each other: " + String.join(" → ", path) + " → "
                            + description.table());
        }
        int level = 0;
        for (String table : description.before()) {
            level = Math.max(level, 1 + level(descriptions.get(table), path));
        }
        path.remove(description.table());
        levels.put(description.table(), level);
        return level;
    }
}
