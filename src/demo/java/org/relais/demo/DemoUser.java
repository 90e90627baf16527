package org.relais.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * @param active whether the network lets them in
 * @param reach in which stores they have these permissions
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
        List<Integer> permissions,
        boolean active,
        Reach reach) {

    /** Where somebody may work. */
    public enum Reach {
        /** In all stores of a site. */
        ALL,
        /** In all stores of a site, with their permissions in the last one, which is their default; elsewhere they only read. */
        ONE,
        /** In the stores of other sites only. */
        ELSEWHERE
    }

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
                permissionsOf(name),
                Boolean.parseBoolean(District.text(users, row, 6)),
                Reach.valueOf(District.text(users, row, 7).toUpperCase(Locale.ROOT)));
    }

    private static List<Integer> permissionsOf(String name) {
        return switch (name) {
            case "directeur" ->
                IntStream.rangeClosed(1, PERMISSION_NUMBERS).boxed().toList();
            case "pharmacien", "farmaceutica", "magasinier", "bodeguero", "adjoint" -> PHARMACY;
            case "froid", "frio" -> COLD_CHAIN;
            default -> READING;
        };
    }

    /**
     * The list of true and false that the server answers for one of their stores, position = number - 1.
     *
     * @param own whether it is their default store
     */
    String permissionsJson(boolean own) {
        List<Integer> there = own || reach != Reach.ONE ? permissions : READING;
        Boolean[] flags = new Boolean[PERMISSION_NUMBERS];
        Arrays.setAll(flags, at -> there.contains(at + 1));
        return Arrays.toString(flags);
    }
}
