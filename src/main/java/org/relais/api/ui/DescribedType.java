package org.relais.api.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import tools.jackson.databind.JsonNode;

/** What an answer of the HTTP interface holds: its fields, in English. */
class DescribedType extends NativeDetails {

    DescribedType(String name, JsonNode schema) {
        addClassNames("panel", "call");
        getElement().setAttribute("lang", "en");
        setSummary(new Code(name));
        DescriptionList fields = new DescriptionList();
        fields.addClassName("call-facts");
        schema.path("properties").propertyStream().forEach(field -> {
            String type = TypeWords.of(field.getValue());
            String words = field.getValue().path("description").asString("");
            fields.add(
                    new Term(new Code(field.getKey())), new Description(words.isEmpty() ? type : type + ". " + words));
        });
        Div body = new Div(new Paragraph(schema.path("description").asString("")), fields);
        body.addClassName("call-body");
        setContent(body);
    }
}
