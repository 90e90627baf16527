package org.relais.startup;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Finds, in what stopped a start, the one line that a person needs. Nothing for faults of the program itself. */
final class StartFailureLine {

    private static final int MOST_CAUSES = 50;

    /** The first digits of SQLSTATE. */
    private static final String NO_CONNECTION = "08";

    private static final String ACCOUNT_REFUSED = "28";

    private final Environment settings;

    StartFailureLine(Environment settings) {
        this.settings = settings;
    }

    Optional<String> of(Throwable failure) {
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
            case java.net.BindException notOurs ->
                Optional.of(WrongSetting.line(
                        "server.address",
                        settings.getProperty("server.address"),
                        "must be an address of this machine"));
            case SQLException refused -> explain(refused);
            default -> Optional.empty();
        };
    }

    /** Only what a person can set right: a server that is not there, or an account that it refuses. */
    private Optional<String> explain(SQLException refused) {
        String url = settings.getProperty("spring.datasource.url", "");
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        boolean connecting = state.startsWith(NO_CONNECTION) || state.startsWith(ACCOUNT_REFUSED);
        if (url.isBlank() || !connecting) {
            return Optional.empty();
        }
        String withoutOptions = url.replaceFirst("\\?.*", "");
        return Optional.of(WrongSetting.line(
                "spring.datasource.url",
                withoutOptions,
                "must be a MariaDB server that can be reached and lets spring.datasource.username in ("
                        + refused.getMessage() + ")"));
    }

    private static String explain(BindException wrong) {
        for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                return explain(invalid.getValidationErrors());
            }
        }
        ConfigurationProperty property = wrong.getProperty();
        String name = (property == null ? wrong.getName() : property.getName()).toString();
        Object value = property == null ? "(none)" : property.getValue();
        return WrongSetting.line(
                name, value, AllowedValues.of(name, wrong.getTarget().getType().toClass()));
    }

    private static String explain(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .map(error -> explain(errors, error))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String explain(ValidationErrors errors, ObjectError error) {
        if (!(error instanceof FieldError field)) {
            return "Settings " + errors.getName() + ".* are wrong: " + error.getDefaultMessage();
        }
        ConfigurationPropertyName name = errors.getName().append(DataObjectPropertyName.toDashedForm(field.getField()));
        return WrongSetting.line(
                name.toString(), asWritten(errors.getBoundProperties(), name, field), error.getDefaultMessage());
    }

    /** The value as the person wrote it ("5m") rather than as it was read ("PT5M"). */
    private static Object asWritten(
            Set<ConfigurationProperty> properties, ConfigurationPropertyName name, FieldError field) {
        return properties.stream()
                .filter(property -> property.getName().equals(name))
                .map(ConfigurationProperty::getValue)
                .findFirst()
                .orElse(field.getRejectedValue());
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
