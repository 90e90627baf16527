package org.relais.api;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of the bodies what their records say: every field is always there, some may be null ({@link Nullable}), some are one of a
 * few words ({@link KeyOf}).
 */
final class RecordSchemas {

    private static final String NULL = "null";

    private final Map<String, Schema> schemas;

    @SuppressWarnings("rawtypes") // as the library has them
    RecordSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    void complete(Class<?>... bodies) {
        for (Class<?> body : bodies) {
            String name = body.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class)
                    .name();
            complete(schemas.get(name), body.getRecordComponents());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // as the library has them
    private static void complete(Schema schema, RecordComponent... fields) {
        Map<String, Schema> properties = schema.getProperties();
        schema.setRequired(Arrays.stream(fields).map(RecordComponent::getName).toList());
        for (RecordComponent field : fields) {
            Schema property = properties.get(field.getName());
            KeyOf words = field.getAnnotation(KeyOf.class);
            boolean nullable = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (words != null) {
                property.setEnum(keys(words.value(), nullable));
            }
            if (nullable && property.get$ref() != null) {
                Schema reference = new Schema<>().$ref(property.get$ref());
                Schema either = new Schema<>().oneOf(List.of(reference, new Schema<>().types(Set.of(NULL))));
                either.setDescription(property.getDescription());
                properties.put(field.getName(), either);
            } else if (nullable) {
                property.addType(NULL);
            }
        }
    }

    private static List<String> keys(Class<? extends Enum<?>> words, boolean nullable) {
        List<String> keys = new ArrayList<>();
        for (Enum<?> word : words.getEnumConstants()) {
            keys.add(key(word));
        }
        if (nullable) {
            keys.add(null);
        }
        return keys;
    }

    private static String key(Enum<?> word) {
        try {
            return (String) word.getDeclaringClass().getMethod("key").invoke(word);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(word.getDeclaringClass() + " has no public method key()", e);
        }
    }
}
