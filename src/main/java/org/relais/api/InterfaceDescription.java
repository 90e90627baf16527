package org.relais.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the HTTP interface for the people who read it: for the page that shows it, and as a file. It stands behind
 * the pages' door and gives no access to the interface.
 */
@RestController
@Hidden
public class InterfaceDescription {

    /** Where the page stands, and below it the file. */
    public static final String PATH = "http-interface";

    /** The file's address, without the first slash. */
    public static final String FILE = PATH + "/description";

    private final OpenApiWebMvcResource description;
    private final JsonMapper json = new JsonMapper();

    InterfaceDescription(OpenApiWebMvcResource description) {
        this.description = description;
    }

    /** The description as a tree (OpenAPI), in English, with addresses as this request sees them. */
    public JsonNode read(HttpServletRequest request) throws JsonProcessingException {
        return json.readTree(file(request));
    }

    @GetMapping(path = "/" + FILE, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] file(HttpServletRequest request) throws JsonProcessingException {
        return description.openapiJson(request, request.getServletPath(), Locale.ENGLISH);
    }
}
