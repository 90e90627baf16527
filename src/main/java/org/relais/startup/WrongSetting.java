package org.relais.startup;

import java.util.Locale;

/** A setting has a value that the program cannot work with. Throw it where a rule is more than a constraint annotation can say. */
public final class WrongSetting extends StartFailure {

    /**
     * A wrong value.
     *
     * @param name the setting's full name as in the configuration, such as {@code relais.sync.interval}
     * @param value what it was given; not told when the name is that of a password
     * @param must what is allowed, as the end of a sentence: "must be from 1m to 7d"
     */
    public WrongSetting(String name, Object value, String must) {
        super(line(name, value, must));
    }

    /** As above, with a cause that is of use to a developer. */
    public WrongSetting(String name, Object value, String must, Throwable cause) {
        super(line(name, value, must), cause);
    }

    static String line(String name, Object value, String must) {
        boolean secret = name.toLowerCase(Locale.ROOT).endsWith("password");
        return "Setting " + name + "=" + (secret ? "(hidden)" : value) + " is wrong: " + must;
    }
}
