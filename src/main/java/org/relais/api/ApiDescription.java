package org.relais.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.tokens.TokenText;
import org.relais.vocabulary.ProgramVersion;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/**
 * The description of the HTTP interface (OpenAPI): what holds for all of its calls. What is special to one stands beside it, in
 * its controller.
 */
@Configuration
class ApiDescription {

    private static final String BASIC = "basic";
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";

    /** The one call that strangers may make. */
    private static final String OPEN = "/actuator/health";

    private static final String MONITORING = "Monitoring";

    /** What the library does not know of these: they are not our controllers'. */
    private static final Map<String, String> MEASUREMENTS = Map.of(
            OPEN,
            "Whether the site and its synchronisation are well: 503 when they are not. For everybody; details for"
                    + " administrators and for tokens of any level.",
            "/actuator/prometheus",
            "Measurements for Prometheus. For administrators and for tokens of any level.");

    private static final Map<String, String> REFUSALS = Map.of(
            "401", "No account or token was given, or a wrong one",
            "403", "This account or token may not do that",
            "429", "Too many failures before: Retry-After tells how many seconds to wait",
            "503", "The database does not answer");

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Relais")
                        .version(ProgramVersion.ofThisProgram().number())
                        .description("The HTTP interface of a site in an mSupply network. Give the name and password of"
                                + " an account with each call, or a token that an administrator made on the Settings"
                                + " page. Errors are problem documents (RFC 9457). Texts for people follow"
                                + " Accept-Language: English, French, Spanish. Moments are UTC (ISO 8601).")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This site")))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("The account of a person"))
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token: " + TokenText.PREFIX + "…")));
    }

    @Bean
    GlobalOpenApiCustomizer whatHoldsForAllCalls() {
        return description -> {
            description.getComponents().addSchemas(PROBLEM, problem());
            new RecordSchemas(description.getComponents().getSchemas())
                    .complete(
                            SyncBody.class,
                            RunBody.class,
                            StepBody.class,
                            ErrorBody.class,
                            RecordsBody.class,
                            RecordsBody.Table.class,
                            RecordsBody.Failed.class,
                            VersionBody.class);
            description.setTags(Stream.of("Synchronisation", "Records", "Support", MONITORING)
                    .map(name -> new Tag().name(name))
                    .toList());
            description.getPaths().keySet().removeIf(path -> path.startsWith(OPEN + "/"));
            description.getPaths().forEach((path, item) -> item.readOperations().forEach(call -> complete(path, call)));
        };
    }

    private static void complete(String path, Operation call) {
        ApiResponses responses = call.getResponses();
        if (MEASUREMENTS.containsKey(path)) {
            call.tags(List.of(MONITORING))
                    .operationId(path.substring(path.lastIndexOf('/') + 1))
                    .summary(MEASUREMENTS.get(path).replaceAll("[:.].*", ""))
                    .description(MEASUREMENTS.get(path));
        }
        boolean open = path.startsWith(OPEN);
        call.setSecurity(
                open
                        ? Arrays.asList(
                                new SecurityRequirement(),
                                new SecurityRequirement().addList(BASIC),
                                new SecurityRequirement().addList(TOKEN))
                        : List.of(new SecurityRequirement().addList(BASIC), new SecurityRequirement().addList(TOKEN)));
        if (!open) {
            REFUSALS.forEach((status, words) ->
                    responses.computeIfAbsent(status, missing -> new ApiResponse().description(words)));
        }
        if (path.startsWith("/api/")) {
            call.addParametersItem(new Parameter()
                    .in("header")
                    .name(HttpHeaders.ACCEPT_LANGUAGE)
                    .description("The language of texts for people")
                    .schema(text("A list of languages, as browsers send it")));
            responses.computeIfAbsent(
                    "400", missing -> new ApiResponse().description("A parameter or an address that is none"));
        }
        responses.forEach((status, response) -> {
            if (status.startsWith("4") || status.equals("503") && path.startsWith("/api/")) {
                response.setContent(new Content()
                        .addMediaType(
                                PROBLEM_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
            }
        });
    }

    private static Schema<?> problem() {
        return new Schema<>()
                .types(Set.of("object"))
                .description("A problem document (RFC 9457)")
                .addProperty("type", text("Always about:blank"))
                .addProperty("title", text("The status in words"))
                .addProperty("status", new Schema<>().types(Set.of("integer")))
                .addProperty("detail", text("What was wrong and what to do, in the caller's language"))
                .addProperty("instance", text("The address that was asked for"))
                .required(List.of("title", "status", "detail"));
    }

    private static Schema<?> text(String description) {
        return new Schema<>().types(Set.of("string")).description(description);
    }
}
