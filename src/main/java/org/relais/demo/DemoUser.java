package org.relais.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.relais.demo.district.District;
import org.relais.demo.district.Series;

/**
 * A person who can sign in against the demonstration's mSupply central server.
 *
 * @param id the record's id
 * @param name what they sign in with
 * @param password in plain text
 * @param firstName given name
 * @param lastName family name
 * @param language 0 English, 1 French, 2 Spanish
 * @param jobTitle their work
 * @param email their address, may be empty
 * @param permissions the numbers of protocol.md section 13 that they have
 */
public record DemoUser(
        String id,
        String name,
        String password,
        String firstName,
        String lastName,
        int language,
        String jobTitle,
        String email,
        List<Integer> permissions) {
    private static final String EVERYBODYS_PASSWORD = "pass";
    private static final int PERMISSION_NUMBERS = 515;
    private static final List<Integer> PHARMACY = List.of(
            2, 16, 26, 38, 39, 42, 43, 46, 49, 62, 63, 69, 76, 84, 88, 99, 109, 111, 112, 113, 114, 121, 122, 147, 153,
            154, 156, 165, 168, 170, 172, 190, 200);
    private static final List<Integer> COLD_CHAIN = List.of(39, 43, 84, 99, 135, 156, 172, 175, 176, 178, 201);
    private static final List<Integer> READING = List.of(39, 43, 99, 153, 156, 175);

    static List<DemoUser> of(Series users) {
        return IntStream.range(0, (int) users.count())
                .mapToObj(row -> of(users, row))
                .toList();
    }

    private static DemoUser of(Series users, int row) {
        String name = District.text(users, row, 0);
        return new DemoUser(
                users.id(row),
                name,
                EVERYBODYS_PASSWORD,
                District.text(users, row, 1),
                District.text(users, row, 2),
                Integer.parseInt(District.text(users, row, 3)),
                District.text(users, row, 4),
                District.text(users, row, 5),
                permissionsOf(name));
    }

    private static List<Integer> permissionsOf(String name) {
        return switch (name) {
            case "directeur" ->
                IntStream.rangeClosed(1, PERMISSION_NUMBERS).boxed().toList();
            case "pharmacien", "farmaceutica", "magasinier", "bodeguero" -> PHARMACY;
            case "froid", "frio" -> COLD_CHAIN;
            default -> READING;
        };
    }

    /** The list of true and false that the server answers, position = number - 1. */
    String permissionsJson() {
        Boolean[] flags = new Boolean[PERMISSION_NUMBERS];
        Arrays.setAll(flags, at -> permissions.contains(at + 1));
        return Arrays.toString(flags);
    }
}
