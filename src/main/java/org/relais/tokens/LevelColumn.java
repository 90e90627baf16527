package org.relais.tokens;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;

/** A level by its key. */
@Converter
class LevelColumn implements AttributeConverter<TokenLevel, String> {

    @Override
    public String convertToDatabaseColumn(TokenLevel level) {
        return level == null ? null : level.key();
    }

    @Override
    public TokenLevel convertToEntityAttribute(String key) {
        return Arrays.stream(TokenLevel.values())
                .filter(level -> level.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No level " + key));
    }
}
