package org.relais.api.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import tools.jackson.databind.JsonNode;

/** What an answer of the HTTP interface holds: its fields. */
class DescribedType extends NativeDetails {

    DescribedType(String name, JsonNode schema, InterfaceWords words) {
        addClassNames("panel", "call");
        setSummary(new Code(name));
        DescriptionList fields = new DescriptionList();
        fields.addClassName("call-facts");
        schema.path("properties").propertyStream().forEach(field -> {
            String type = TypeWords.of(field.getValue(), words);
            String about = words.of(field.getValue().path("description").asString(""));
            fields.add(
                    new Term(new Code(field.getKey())), new Description(about.isEmpty() ? type : type + ". " + about));
        });
        Div body = new Div(new Paragraph(words.of(schema.path("description").asString(""))), fields);
        body.addClassName("call-body");
        setContent(body);
    }
}
