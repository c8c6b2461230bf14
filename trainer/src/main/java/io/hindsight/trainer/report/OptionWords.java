package io.hindsight.trainer.report;

import io.hindsight.trainer.AskedBounds;
import io.hindsight.trainer.TrainingOptions;
import io.hindsight.trainer.page.Numbers;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The options of a training for people, all of them, in their order. */
final class OptionWords {
    /** An option that is left to the data. */
    private static final String CHOSEN = "from the data";

    private OptionWords() {}

    /** {@code hidden size 48} for {@code hiddenSize = 48}. */
    static List<String> of(TrainingOptions options) {
        List<String> words = new ArrayList<>();
        for (RecordComponent option : TrainingOptions.class.getRecordComponents()) {
            try {
                Object value = option.getAccessor().invoke(options);
                words.add(words(option.getName()) + " " + text(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("an option that cannot be read: " + option, e);
            }
        }
        return words;
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? CHOSEN
                    : String.join(", ", list.stream().map(Object::toString).toList());
        }
        if (value instanceof AskedBounds bounds) {
            return bounds.equals(AskedBounds.NONE) ? Numbers.NONE : bounds.toString();
        }
        String written = value.toString();
        if (written.startsWith("Optional")) {
            return written.contains(".empty") ? CHOSEN : written.replaceAll("^.*\\[|\\]$", "");
        }
        return value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : written;
    }
}
