package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.relais.catalogue.MadeUpRecords.Sample;
import org.relais.catalogue.push.JsonValue;
import tools.jackson.core.JsonParser;

/** What holds for records of every type, made up from the descriptions. */
class RecordTypePropertiesTest {

    private static final int TRIES = 600;

    /** A record with one mistake, and the mistake. */
    record Mistake(Sample sample, ProblemKind kind, String field) {}

    @Provide
    Arbitrary<Sample> samples() {
        return MadeUpRecords.ofAnyType();
    }

    @Provide
    Arbitrary<Mistake> mistakes() {
        return samples().flatMap(sample -> Arbitraries.of(mistakes(sample)));
    }

    private static List<Mistake> mistakes(Sample sample) {
        RecordDescription description = sample.type().description();
        Optional<String> condition = description.checkedWhen().map(Condition.When::field);
        List<Mistake> mistakes = new ArrayList<>();
        for (Field field : description.fields().fields()) {
            String name = field.name();
            if (condition.isPresent() && condition.get().equals(name)) {
                continue;
            }
            if (field.presence().keyRequired()) {
                mistakes.add(new Mistake(sample.without(name), ProblemKind.MISSING_FIELD, name));
            }
            if (field.type() == FieldType.TIME) {
                continue;
            }
            if (!field.presence().nullable()) {
                mistakes.add(new Mistake(sample.with(name, "null"), ProblemKind.NULL_FIELD, name));
            }
            for (String wrong : wrongTypes(field.type())) {
                mistakes.add(new Mistake(sample.with(name, wrong), ProblemKind.WRONG_TYPE, name));
            }
            for (String wrong : wrongDates(field)) {
                mistakes.add(new Mistake(sample.with(name, wrong), ProblemKind.BAD_DATE, name));
            }
            if (field.type() == FieldType.ENUM && field.others() == Others.REFUSED) {
                mistakes.add(new Mistake(sample.with(name, "\"something else\""), ProblemKind.NOT_LISTED, name));
            }
            if (field.type() == FieldType.OBJECT) {
                field.parts().fields().stream()
                        .filter(part -> part.type() == FieldType.TEXT)
                        .forEach(part -> mistakes.add(new Mistake(
                                sample.with(name, "{\"" + part.name() + "\":1}"),
                                ProblemKind.WRONG_TYPE,
                                part.path())));
            }
        }
        return mistakes;
    }

    private static List<String> wrongTypes(FieldType type) {
        return switch (type) {
            case TEXT, ENUM, DATE, DATETIME -> List.of("1", "true", "{}", "[]");
            case NUMBER -> List.of("\"1\"", "false", "{}", "[1]", "1e999");
            case INTEGER -> List.of("1.0", "1e3", "\"1\"", "123456789012345678901");
            case BOOLEAN -> List.of("0", "\"true\"");
            case OBJECT -> List.of("[1]", "1", "\"{}\"");
            case MAP, LIST -> List.of("1", "\"\"");
            case TIME, ANY -> List.of();
        };
    }

    private static List<String> wrongDates(Field field) {
        return switch (field.type()) {
            case DATE ->
                field.emptyIsUnset()
                        ? List.of("\"2023-02-29\"", "\"2023-01-01T24:00:00\"", "\"2023-01-01T10:00:00.5\"", "\"x\"")
                        : List.of("\"\"", "\"0000-00-00\"", "\"2023-01-01T00:00:00\"", "\"2023-1-1\"");
            case DATETIME -> List.of("\"2023-01-01\"", "\"2023-01-01 10:00:00\"", "\"2023-01-01T10:00:00Z\"");
            default -> List.of();
        };
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aRecordThatKeepsToItsDescriptionIsFine(@ForAll("samples") Sample sample) {
        CheckedRecord checked = sample.type().check(sample.json());

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.references())
                .hasSameSizeAs(sample.type().blockingReferences())
                .doesNotContain("");
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aMistakeIsNamed(@ForAll("mistakes") Mistake mistake) {
        assertThat(mistake.sample().type().check(mistake.sample().json()).problems())
                .extracting(Problem::kind, Problem::field)
                .contains(tuple(mistake.kind(), mistake.field()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void thePushFormHasTheListedKeysAndNoOther(@ForAll("samples") Sample sample) {
        for (CentralServer server : CentralServer.values()) {
            Rendering rendering = sample.type().render(sample.json(), server, LinkResolver.NONE, RecordLookup.NONE);

            assertThat(rendering).isNotInstanceOf(Rendering.Broken.class);
            if (rendering instanceof Rendering.Send send) {
                assertThat(sample.type().pushedTo()).contains(server);
                assertThat(List.copyOf(MadeUpRecords.keysOf(send.json())))
                        .isEqualTo(sample.type().pushedKeys());
                partsAreListed(sample.type(), send.json());
            }
        }
    }

    private static void partsAreListed(RecordType type, String json) {
        for (Field field : type.description().fields().fields()) {
            JsonValue value = JsonValue.object(json).getOrDefault(field.name(), JsonValue.NULL);
            if (field.type() == FieldType.OBJECT && value.is(JsonValue.Kind.OBJECT)) {
                assertThat(MadeUpRecords.keysOf(value.text()))
                        .isEqualTo(field.parts().fields().stream()
                                .filter(part -> part.sending() != Sending.NEVER)
                                .map(Field::name)
                                .collect(Collectors.toSet()));
            }
        }
    }

    /** With its item at hand, as a stored line has: a line without the item's code is read as mSupply's own. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatWasSentAndComesBackIsSentAgainTheSame(@ForAll("samples") Sample sample) {
        RecordLookup items = other -> Optional.of("{\"code\":\"AMX500\"}")
                .filter(item -> other.table().equals("item"));
        for (CentralServer server : sample.type().pushedTo()) {
            Rendering first = sample.type().render(sample.json(), server, LinkResolver.NONE, items);
            if (first instanceof Rendering.Send send) {
                assertThat(sample.type().render(send.json(), server, LinkResolver.NONE, items))
                        .isEqualTo(send);
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aCopyLosesNothing(@ForAll("samples") Sample sample) {
        try (JsonParser parser = JsonCopy.parser(" \n" + sample.json() + "\t")) {
            parser.nextToken();
            String copy = JsonCopy.copyValue(parser);
            assertThat(JsonValue.object(copy)).isEqualTo(JsonValue.object(sample.json()));
        }
        try (JsonParser parser = JsonCopy.parser(sample.json())) {
            parser.nextToken();
            assertThat(JsonCopy.copyValue(parser)).isEqualTo(sample.json());
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void noTextIsTooOddToCheck(@ForAll("samples") Sample sample, @ForAll String text) {
        String json = sample.json();
        String cut = json.substring(0, Math.floorMod(text.hashCode(), json.length()));

        assertThat(sample.type().check(text)).isNotNull();
        assertThat(sample.type().check(cut).problems())
                .extracting(Problem::kind)
                .containsAnyOf(ProblemKind.BROKEN_JSON, ProblemKind.NOT_AN_OBJECT);
        assertThat(sample.type().check(json + "1").problems())
                .extracting(Problem::kind)
                .contains(ProblemKind.BROKEN_JSON);
    }
}
