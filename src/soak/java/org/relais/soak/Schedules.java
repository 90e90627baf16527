package org.relais.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;

/** Makes schedules: the same seed and number make the same one. */
final class Schedules {

    private static final double OF_FIRST_RUNS = 0.35;
    private static final double OF_TWO_PROCESSES = 0.07;
    private static final double OF_WAITING = 0.3;
    private static final int MOST_ROUNDS = 4;
    private static final int MOST_MOMENTS = 7;

    /** A usual run of these networks makes about so many calls. */
    private static final int CALLS = 14;

    private static final int EVERY = 10;
    private static final int MOST_STRIKES = 3;
    private static final int LATEST_BLOW = 120;
    private static final List<Blow> BLOWS = List.of(
            Blow.PROGRAM,
            Blow.PROGRAM,
            Blow.BOTH,
            Blow.DATABASE,
            Blow.SILENT_DATABASE,
            Blow.POWER,
            Blow.POWER,
            Blow.FULL_DISK);

    private static final Duration LONGEST_DELAY = Duration.ofMillis(150);
    private static final Duration LONGEST_REFUSAL = Duration.ofMillis(250);
    private static final List<Duration> JUMPS =
            List.of(Duration.ofMinutes(3), Duration.ofHours(5), Duration.ofDays(40), Duration.ofDays(3650));

    private static final List<String> LEGACY_ROUTES = List.of(
            "",
            "",
            "/site",
            "site_status",
            "initialise",
            "central_records",
            "queued_records",
            "queued_records",
            "acknowledged_records");
    private static final List<String> OPEN_ROUTES = List.of("", "pull", "push", "site_status");
    private static final List<String> LEGACY_CODES = List.of(
            "sync_is_running",
            "site_incorrect_password",
            "site_auth_timeout",
            "site_incorrect_hardware_id",
            "no_such_code");
    private static final List<String> OPEN_ERRORS = List.of(
            "\"integrationInProgress\"",
            "{\"parsingSyncRecordError\":\"x\"}",
            "{\"databaseError\":\"x\"}",
            "{\"syncVersionMismatch\":[1,2,3]}",
            "\"noSuchError\"");

    private final long seed;

    Schedules(long seed) {
        this.seed = seed;
    }

    /** Every tenth one is deadly. */
    Day day(int number) {
        SplittableRandom dice = new SplittableRandom(seed * 1_000_003L + number);
        return number % EVERY == 0 ? deadly(number, dice) : schedule(number, dice);
    }

    private DeadlySchedule deadly(int number, SplittableRandom dice) {
        boolean firstRun = dice.nextInt(3) == 0;
        List<Strike> strikes = new ArrayList<>();
        for (int count = dice.nextInt(1, MOST_STRIKES + 1); count > 0; count--) {
            List<Happening> before = List.of(
                    new Happening.PeopleWork(dice.nextLong()),
                    new Happening.PhoneSends(dice.nextLong()),
                    new Happening.NetworkWorks(dice.nextLong()));
            List<Happening> meanwhile = dice.nextBoolean()
                    ? List.of(new Happening.PeopleWork(dice.nextLong()))
                    : List.of(new Happening.PhoneSends(dice.nextLong()), new Happening.NetworkWorks(dice.nextLong()));
            strikes.add(new Strike(
                    before,
                    dice.nextInt(1, CALLS),
                    Duration.ofMillis(dice.nextInt(LATEST_BLOW)),
                    BLOWS.get(dice.nextInt(BLOWS.size())),
                    meanwhile));
        }
        return new DeadlySchedule(seed, number, firstRun, strikes);
    }

    private Schedule schedule(int number, SplittableRandom dice) {
        boolean beginsSetUp = dice.nextDouble() >= OF_FIRST_RUNS;
        boolean twoProcesses = dice.nextDouble() < OF_TWO_PROCESSES;
        boolean waitsForLine = dice.nextDouble() < OF_WAITING;
        List<Round> rounds = new ArrayList<>();
        for (int round = dice.nextInt(1, MOST_ROUNDS + 1); round > 0; round--) {
            rounds.add(round(dice));
        }
        return new Schedule(seed, number, beginsSetUp, twoProcesses, waitsForLine, rounds);
    }

    private static Round round(SplittableRandom dice) {
        List<Round.Moment> moments = new ArrayList<>();
        for (int count = dice.nextInt(2, MOST_MOMENTS + 1); count > 0; count--) {
            moments.add(new Round.Moment(dice.nextInt(CALLS), happening(dice)));
        }
        moments.sort(Comparator.comparingInt(Round.Moment::call));
        return new Round(moments);
    }

    private static Happening happening(SplittableRandom dice) {
        return switch (dice.nextInt(22)) {
            case 0, 1, 2, 3 -> new Happening.PeopleWork(dice.nextLong());
            case 4, 5 -> new Happening.PhoneSends(dice.nextLong());
            case 6, 7, 8, 9 -> new Happening.NetworkWorks(dice.nextLong());
            case 10 -> new Happening.DatabaseBreaks(0.001 + 0.04 * dice.nextDouble());
            case 11 ->
                switch (dice.nextInt(4)) {
                    case 0 -> new Happening.Cancelled();
                    case 1 -> new Happening.ConnectionsHeld(Duration.ofMillis(dice.nextInt(50, 1_500)));
                    default -> new Happening.ClockJumps(jump(dice));
                };
            default -> new Happening.Fails(fault(dice));
        };
    }

    private static Duration jump(SplittableRandom dice) {
        Duration jump = JUMPS.get(dice.nextInt(JUMPS.size()));
        return dice.nextBoolean() ? jump : jump.negated();
    }

    private static Fault fault(SplittableRandom dice) {
        FaultKind kind = FaultKind.values()[dice.nextInt(FaultKind.values().length)];
        CentralServer server = server(kind, dice);
        Fault fault = Fault.always(kind, server)
                .on(route(kind, server, dice))
                .with(0.3 + 0.7 * dice.nextDouble())
                .times(dice.nextInt(1, 5));
        return switch (kind) {
            case DELAY -> fault.lasting(dice.nextLong(1, LONGEST_DELAY.toMillis()));
            case REFUSE -> fault.lasting(dice.nextLong(1, LONGEST_REFUSAL.toMillis()));
            // Longer than the site's patience, at one call.
            case STALL -> fault.times(1).lasting(dice.nextInt(100, 3_000));
            case LEGACY_ERROR -> fault.saying(LEGACY_CODES.get(dice.nextInt(LEGACY_CODES.size())));
            case OPEN_ERROR -> fault.saying(OPEN_ERRORS.get(dice.nextInt(OPEN_ERRORS.size())));
            case HTML -> fault.saying(dice.nextBoolean() ? "200" : "502");
            default -> fault;
        };
    }

    /** Some kinds are one server's. */
    private static CentralServer server(FaultKind kind, SplittableRandom dice) {
        CentralServer any = dice.nextInt(3) == 0 ? CentralServer.OPEN : CentralServer.LEGACY;
        return switch (kind) {
            case LEGACY_ERROR, NO_OPEN_SERVER -> CentralServer.LEGACY;
            case OPEN_ERROR, NOT_CENTRAL, EMPTY_NOT_LAST -> CentralServer.OPEN;
            default -> any;
        };
    }

    /** Some kinds mean something on certain calls only. */
    private static String route(FaultKind kind, CentralServer server, SplittableRandom dice) {
        List<String> routes = server == CentralServer.OPEN ? OPEN_ROUTES : LEGACY_ROUTES;
        String any = routes.get(dice.nextInt(routes.size()));
        return switch (kind) {
            case NO_OPEN_SERVER, EMPTY_NOT_LAST -> "";
            case ENDLESS_INTEGRATION -> "site_status";
            default -> any;
        };
    }
}
