package org.relais;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rooms and the arrows between them as a Mermaid drawing. An arrow that only repeats a longer way is left out, so that the
 * drawing can be read; rooms stand on the floor above the highest that they use.
 */
class HouseMap {

    static final String HOUSE = "org.relais";

    private static final String BEGIN = "<!-- rooms -->";
    private static final String END = "<!-- /rooms -->";

    private final Map<String, SortedSet<String>> uses = new TreeMap<>();
    private final Map<String, Integer> floors = new HashMap<>();

    HouseMap(JavaClasses classes) {
        for (JavaClass type : classes) {
            String room = room(type);
            if (room != null) {
                SortedSet<String> used = uses.computeIfAbsent(room, name -> new TreeSet<>());
                for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                    String target = room(arrow.getTargetClass());
                    if (target != null && !target.equals(room)) {
                        used.add(target);
                    }
                }
            }
        }
    }

    /** A page with the drawing between its two marks. */
    String drawnInto(String page) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IllegalArgumentException("The page has no place between " + BEGIN + " and " + END);
        }
        return page.substring(0, begin) + "\n```mermaid\n" + mermaid() + "```\n" + page.substring(end);
    }

    private String mermaid() {
        List<String> lines = new ArrayList<>();
        lines.add("flowchart TD");
        Map<Integer, List<String>> byFloor = uses.keySet().stream()
                .collect(Collectors.groupingBy(
                        this::floor, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        byFloor.forEach((floor, rooms) -> {
            lines.add("  subgraph floor" + floor + "[\"floor " + floor + "\"]");
            rooms.forEach(room -> lines.add("    " + room));
            lines.add("  end");
        });
        uses.forEach((room, used) -> used.stream()
                .filter(target -> !reachedOtherwise(room, target))
                .forEach(target -> lines.add("  " + room + " --> " + target)));
        return String.join("\n", lines) + "\n";
    }

    private boolean reachedOtherwise(String room, String target) {
        return uses.get(room).stream().anyMatch(between -> !between.equals(target) && reaches(between, target));
    }

    private boolean reaches(String from, String target) {
        return uses.getOrDefault(from, new TreeSet<>()).stream()
                .anyMatch(next -> next.equals(target) || reaches(next, target));
    }

    private int floor(String room) {
        Integer known = floors.get(room);
        if (known == null) {
            known = 1
                    + uses.getOrDefault(room, new TreeSet<>()).stream()
                            .mapToInt(this::floor)
                            .max()
                            .orElse(0);
            floors.put(room, known);
        }
        return known;
    }

    /** The name of the room that a class stands in; null for the entrance (the house itself) and other people's houses. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(HOUSE + ".") ? name.substring(HOUSE.length() + 1).split("\\.")[0] : null;
    }
}
