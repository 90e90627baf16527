package org.relais.startup;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.InvalidPathException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Finds, in what stopped a start, the one line that a person needs. Nothing for faults of the program itself. */
public final class StartFailureLine {

    private static final int MOST_CAUSES = 50;

    /** The first digits of SQLSTATE. */
    private static final String NO_CONNECTION = "08";

    private static final String ACCOUNT_REFUSED = "28";

    private final Environment settings;

    /** One that names what these settings say. */
    public StartFailureLine(Environment settings) {
        this.settings = settings;
    }

    /** The line; empty for a fault of the program itself. */
    public Optional<String> of(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
        return causes.stream()
                .filter(StartFailure.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .or(() -> causes.stream()
                        .flatMap(cause -> explain(cause).stream())
                        .findFirst())
                .map(StartFailureLine::onOneLine);
    }

    private Optional<String> explain(Throwable cause) {
        return switch (cause) {
            case BindException wrong -> Optional.of(explain(wrong));
            case InvalidConfigurationPropertyValueException wrong ->
                Optional.of(WrongSetting.line(
                        wrong.getName(),
                        wrong.getValue(),
                        AllowedValues.ofUnknownKind(wrong.getName(), wrong.getReason())));
            case PortInUseException inUse ->
                Optional.of(WrongSetting.line(
                        "server.port",
                        inUse.getPort(),
                        "another program is using this port; must be a free one, or 0 for any"));
            case java.net.BindException notOurs
            when !String.valueOf(notOurs.getMessage()).contains("ermission denied") ->
                Optional.of(WrongSetting.line(
                        "server.address",
                        settings.getProperty("server.address"),
                        "must be an address of this machine"));
            case SocketException refused
            when String.valueOf(refused.getMessage()).contains("ermission denied") ->
                Optional.of(WrongSetting.line(
                        "server.port",
                        settings.getProperty("server.port"),
                        "this user may not open it; must be 1024 or higher, or the user needs the right to"));
            case SQLException refused -> explain(refused);
            case IOException io ->
                UnusableFile.line(io, settings.getProperty("relais.data.directory", "the data directory"));
            case InvalidPathException unreadable
            when !GivenTexts.namesMayHaveAccents() ->
                Optional.of("The name " + unreadable.getInput() + " cannot be used: " + GivenTextsInSettings.NO_LOCALE);
            case MarkedYAMLException wrong -> Optional.of(explain(wrong));
            case ConfigDataNotFoundException missing ->
                Optional.of("The configuration is not there: " + missing.getReferenceDescription()
                        + ". Correct spring.config.*, or make the file");
            case PlaceholderResolutionException unknown ->
                Optional.of("The configuration uses a name that nothing defines: " + unknown.getMessage());
            case FlywayValidateException unfit ->
                Optional.of("The database does not fit this version of Relais: restore the backup from before, or send"
                        + " support this: " + unfit.getMessage());
            default -> Optional.empty();
        };
    }

    /** Only what a person can set right: a server that is not there, or an account that it refuses. */
    private Optional<String> explain(SQLException refused) {
        String url = settings.getProperty("spring.datasource.url", "");
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        boolean connecting = state.startsWith(NO_CONNECTION) || state.startsWith(ACCOUNT_REFUSED);
        if (!connecting) {
            return Optional.empty();
        }
        if (url.isBlank()) {
            return Optional.of(
                    "The embedded MariaDB ended while Relais started: start again, and send support the log if it"
                            + " goes on (" + refused.getMessage() + ")");
        }
        String withoutOptions = url.replaceFirst("\\?.*", "");
        return Optional.of(WrongSetting.line(
                "spring.datasource.url",
                withoutOptions,
                "must be a MariaDB server that can be reached and lets spring.datasource.username in ("
                        + refused.getMessage() + ")"));
    }

    private static String explain(MarkedYAMLException wrong) {
        Mark place = wrong.getProblemMark();
        String where = place == null ? "" : ", line " + (place.getLine() + 1) + ", column " + (place.getColumn() + 1);
        return "A configuration file is not written as YAML has it" + where + ": " + wrong.getProblem();
    }

    private static String explain(BindException wrong) {
        for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidPathException && !GivenTexts.namesMayHaveAccents()) {
                return WrongSetting.line(
                        wrong.getName().toString(), wrong.getProperty().getValue(), GivenTextsInSettings.NO_LOCALE);
            }
        }
        ConfigurationProperty property = wrong.getProperty();
        String name = (property == null ? wrong.getName() : property.getName()).toString();
        Object value = property == null ? "(none)" : property.getValue();
        return WrongSetting.line(
                name, value, AllowedValues.of(name, wrong.getTarget().getType().toClass()));
    }

    static String onOneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
