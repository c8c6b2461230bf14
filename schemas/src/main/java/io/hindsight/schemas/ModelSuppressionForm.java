package io.hindsight.schemas;

import io.hindsight.schemas.ModelSuppression.Edition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Schema {@code model-suppression/v1.avsc}. */
final class ModelSuppressionForm implements Form<ModelSuppression> {

    @Override
    public void write(ModelSuppression suppression, BodyWriter out) throws IOException {
        out.writeString(suppression.group());
        out.startArray(suppression.editions().size());
        for (Edition edition : suppression.editions()) {
            out.writeInt(edition.version());
            out.writeLong(edition.fromMillis());
            out.writeString(edition.rules());
        }
        out.endArray();
        out.writeLong(suppression.writtenMillis());
    }

    @Override
    public ModelSuppression read(BodyReader in) throws IOException {
        return new ModelSuppression(
                in.readString("group"), editions(in), in.readLong("writtenMillis"));
    }

    private static List<Edition> editions(BodyReader in) throws IOException {
        List<Edition> editions = new ArrayList<>();
        for (int items = in.readBlock("editions"); items != 0; items = in.readBlock("editions")) {
            for (int item = 0; item < items; item++) {
                editions.add(
                        new Edition(
                                in.readInt("editions.version"),
                                in.readLong("editions.fromMillis"),
                                in.readString("editions.rules")));
            }
        }
        return editions;
    }
}
