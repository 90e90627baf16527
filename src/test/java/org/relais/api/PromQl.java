package org.relais.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a query in Prometheus' language names: enough of the language for the queries of the project's own dashboard and rules.
 *
 * @param selectors the metrics, each with what is asked of its labels
 * @param labels by which labels is grouped or joined
 */
record PromQl(List<Selector> selectors, Set<String> labels) {

    /**
     * What is asked of a label.
     *
     * @param values what it may be, each whole; empty where that is not a list of words
     */
    record Condition(String label, List<String> values) {}

    /** A metric as it is named in a query. */
    record Selector(String metric, List<Condition> conditions) {}

    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{[^}]*})?\\s*(\\()?");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]|\\b\\d[\\w.]*");
    private static final Pattern WORDS = Pattern.compile("[\\w-]+(\\|[\\w-]+)*");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    static PromQl of(String query) {
        Set<String> labels = new TreeSet<>();
        Matcher grouping = GROUPING.matcher(query);
        while (grouping.find()) {
            labels.addAll(List.of(grouping.group(1).strip().split("\\s*,\\s*")));
        }
        List<Selector> selectors = new ArrayList<>();
        Matcher named = SELECTOR.matcher(RANGE.matcher(grouping.replaceAll(" ")).replaceAll(" "));
        while (named.find()) {
            boolean function = named.group(3) != null;
            String name = named.group(1);
            // An aggregation whose grouping stood between its name and its parenthesis is followed by that parenthesis
            // now.
            if (!function && !OPERATORS.contains(name)) {
                selectors.add(new Selector(name, conditions(named.group(2))));
            }
        }
        return new PromQl(selectors, labels);
    }

    private static List<Condition> conditions(String braces) {
        List<Condition> conditions = new ArrayList<>();
        Matcher condition = CONDITION.matcher(braces == null ? "" : braces);
        while (condition.find()) {
            String value = condition.group(3);
            conditions.add(new Condition(
                    condition.group(1),
                    WORDS.matcher(value).matches()
                            ? Stream.of(value.split("\\|")).toList()
                            : List.of()));
        }
        return conditions;
    }
}
