package io.hindsight.model.anchor;

/** How much covariance a filter keeps. */
public enum FilterForm {
    /**
     * Of the last p slots: what is seen now also corrects what was guessed for the slots before.
     */
    FULL("full"),

    /** Of the last slot alone: a p-th of the memory, a p²-th of the work. */
    CHEAP("cheap");

    private final String label;

    FilterForm(String label) {
        this.label = label;
    }

    /** The name in files and options; never changed. */
    public String label() {
        return label;
    }

    /**
     * @throws IllegalArgumentException if no form has this label
     */
    public static FilterForm of(String label) {
        for (FilterForm form : values()) {
            if (form.label.equals(label)) {
                return form;
            }
        }
        throw new IllegalArgumentException("filter form must be full or cheap: '" + label + "'");
    }
}
